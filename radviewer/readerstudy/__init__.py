"""The experiment with readers: plan, schedule, session, store and audit."""

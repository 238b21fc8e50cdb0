"""Why the model said so: class activation maps, gradients and perturbation behind one protocol."""

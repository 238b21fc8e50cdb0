"""Model packs: their cards, and two of them side by side."""

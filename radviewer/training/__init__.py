"""From images to a model pack: data sets, splits, transfer learning, evaluation and packing."""

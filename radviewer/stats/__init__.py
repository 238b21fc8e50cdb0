"""Statistics of reader studies and classifiers: arrays in, frozen results out."""

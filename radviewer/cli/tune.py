"""`radviewer tune`: searches a recipe's learning rate, dropout and weight decay on validation images."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    from radviewer.cli.train import STARTS

    parser.add_argument("recipe", metavar="RECIPE", help="a recipe file, or the name of one that comes along")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="training images")
    parser.add_argument("--trials", type=int, default=20, metavar="N", help="in all, with earlier ones (%(default)s)")
    parser.add_argument("--start", choices=STARTS, help="what to start from, instead of the recipe's")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="the weights to start from: a file, or a pack")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="for study and trials (default runs/ID-tuning)")
    parser.add_argument("--epochs", type=int, metavar="N", help="of each trial, instead of the recipe's")
    parser.add_argument("--seed", type=int, metavar="N", help="of everything random, instead of the recipe's")
    parser.add_argument("--size", type=int, metavar="PIXELS", help="side of the input, instead of the recipe's")
    parser.add_argument("--allow-leaks", action="store_true", help="go on although the split leaks")
    parser.add_argument("--threads", type=int, metavar="N", help="of the processor (OMP_NUM_THREADS, else all)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")


def run(arguments: argparse.Namespace) -> int:
    """Runs what is left of the trials, and prints the best values and where the recipe with them is."""
    from radviewer.cli.main import OK
    from radviewer.cli.output import as_table, emit, progress_bar
    from radviewer.cli.train import changed_recipe
    from radviewer.inference.devices import choose_device, set_threads
    from radviewer.training.config import find_recipe, read_recipe
    from radviewer.training.run import gather
    from radviewer.training.tune import BEST_FILE, tune

    recipe = changed_recipe(read_recipe(find_recipe(arguments.recipe)), arguments)
    out = arguments.out or Path("runs") / f"{recipe.pack.id}-tuning"
    set_threads(arguments.threads)
    device = choose_device(arguments.device)
    with progress_bar() as progress:
        material = gather(recipe, arguments.data, progress, allow_leaks=arguments.allow_leaks)
        tuned = tune(
            recipe, material, out, trials=arguments.trials, weights=arguments.weights, device=device.name,
            progress=progress,
        )  # fmt: skip
    rows = [[name.replace("_", " "), f"{value:.6g}"] for name, value in sorted(tuned.values.items())]
    emit(as_table(["best of", "value"], rows, ["value"]), None)
    emit(
        f"{tuned.finished} trials finished, {tuned.pruned} pruned; lowest validation loss {tuned.loss:.4f}.\n"
        f"The recipe with these values is {out / BEST_FILE}.\n",
        None,
    )
    return OK

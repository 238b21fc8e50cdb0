"""`radviewer train`: trains a model from a recipe and packs it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import InputProblem, UsageProblem

if TYPE_CHECKING:
    from radviewer.training.config import Recipe
    from radviewer.training.package import Packed


STARTS = ("scratch", "folded-npz", "pack", "imagenet", "radimagenet")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("recipe", metavar="RECIPE", help="a recipe file, or the name of one that comes along")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="training images, a folder a class")
    parser.add_argument("--start", choices=STARTS, help="what to start from, instead of the recipe's")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="the weights to start from: a file, or a pack")
    parser.add_argument(
        "--member", action="append", default=[], type=Path, metavar="PACK",
        help="a trained pack that becomes part of the network; for recipes of members or of their mean, several times",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="for checkpoints, log and pack (default runs/ID)")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in the output folder")
    parser.add_argument("--epochs", type=int, metavar="N", help="instead of the recipe's")
    parser.add_argument("--seed", type=int, metavar="N", help="of everything random, instead of the recipe's")
    parser.add_argument(
        "--size", type=int, metavar="PIXELS", help="side of the network's input, instead of the recipe's"
    )
    parser.add_argument("--allow-leaks", action="store_true", help="train although the split or the test set leaks")
    parser.add_argument("--tensorboard", action="store_true", help="write TensorBoard logs into the output folder")
    parser.add_argument("--threads", type=int, metavar="N", help="of the processor (OMP_NUM_THREADS, else all)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.add_argument("--test", type=Path, metavar="FOLDER", help="test images, for the figures in the card")
    parser.add_argument(
        "--test-list", action="append", default=[], metavar="NAME=FILE", help="a part of the test images, by a list"
    )
    parser.add_argument(
        "--foreign", action="append", default=[], metavar="NAME=FOLDER", help="other images, to try the input gate on"
    )


def run(arguments: argparse.Namespace) -> int:
    """Trains, packs and prints where the pack is."""
    from radviewer.cli.main import OK
    from radviewer.cli.output import progress_bar, tell
    from radviewer.inference.devices import choose_device, set_threads
    from radviewer.training import run as training
    from radviewer.training.config import find_recipe, read_recipe
    from radviewer.training.leaks import refuse_leaking_test
    from radviewer.training.package import package
    from radviewer.training.parallel import is_main
    from radviewer.training.radiomics_recipe import is_radiomics
    from radviewer.training.record import record, write_record
    from radviewer.training.testing import TestPlan

    path = find_recipe(arguments.recipe)
    if is_radiomics(path):
        from radviewer.cli.train_radiomics import run as run_radiomics

        return run_radiomics(path, arguments)
    recipe = changed_recipe(read_recipe(path), arguments)
    plan = TestPlan(arguments.test, named(arguments.test_list), named(arguments.foreign))
    out: Path = arguments.out or Path("runs") / recipe.pack.id
    folder = _pack_folder(out, recipe.pack.id, resume=arguments.resume)
    set_threads(arguments.threads)
    device = choose_device(arguments.device)
    with progress_bar() as progress:
        material = training.gather(recipe, arguments.data, progress, allow_leaks=arguments.allow_leaks)
        tell(_about(material))
        if arguments.test is not None and not arguments.test_list and not arguments.allow_leaks:
            refuse_leaking_test(recipe, material, arguments.test, progress)
        network = training.starting_network(recipe, material.train, arguments.weights, tuple(arguments.member))
        state, history = training.train(
            recipe, material, network, out, device=device.name, resume=arguments.resume, progress=progress,
            tensorboard=arguments.tensorboard,
        )  # fmt: skip
        if not is_main():
            return OK
        packed = package(recipe, material, state, history, folder, plan, progress)
    write_record(out, record(recipe, path.stem, material, history, packed.validation, packed.test))
    _print(packed)
    return OK


def changed_recipe(recipe: Recipe, arguments: argparse.Namespace) -> Recipe:
    """The recipe with what the options change: start, seed, size of the input, epochs.

    Raises:
        UsageProblem: A value is not possible.
    """
    from dataclasses import replace

    from radviewer.training.config import StartKind

    if arguments.start is not None:
        words = {"scratch": "From chance."}.get(
            arguments.start, f"Started from {arguments.start} weights of a local file."
        )
        recipe = replace(recipe, start=StartKind(arguments.start), pack=replace(recipe.pack, start=words))
    if arguments.seed is not None:
        if arguments.seed < 0:
            raise UsageProblem(f"--seed {arguments.seed} is not possible.", hint="Give 0 or more.")
        recipe = replace(recipe, seed=arguments.seed)
    if arguments.size is not None:
        if arguments.size < 8:
            raise UsageProblem(f"--size {arguments.size} is not possible.", hint="Give 8 or more.")
        recipe = replace(recipe, input=replace(recipe.input, rows=arguments.size, columns=arguments.size))
    if arguments.epochs is None:
        return recipe
    if arguments.epochs < 1:
        raise UsageProblem(f"--epochs {arguments.epochs} is not possible.", hint="Give 1 or more.")
    return replace(recipe, train=replace(recipe.train, epochs=arguments.epochs))


def named(items: list[str]) -> dict[str, Path]:
    """`NAME=PATH` options as a table.

    Raises:
        UsageProblem: One is not of that form.
    """
    pairs = {}
    for item in items:
        name, equals, value = item.partition("=")
        if not (name and equals and value):
            raise UsageProblem(f"'{item}' is not NAME=PATH.", hint="For example strict=test_clean_strict.txt.")
        pairs[name] = Path(value)
    return pairs


def _pack_folder(out: Path, pack_id: str, *, resume: bool) -> Path:
    folder = out / pack_id
    if folder.exists():
        raise InputProblem(f"The pack {folder} exists already.", hint="Remove it or choose another --out.")
    if (out / "checkpoint.safetensors").exists() and not resume:
        raise InputProblem(
            f"{out} holds the checkpoint of an earlier run.", hint="Add --resume to go on, or choose another --out."
        )
    return folder


def _about(material: object) -> str:
    from radviewer.training.run import Material

    assert isinstance(material, Material)
    copies = material.copies
    text = (
        f"{len(material.train.samples)} images to learn from, {len(material.validation.samples)} for validation; "
        f"{len(copies.exact)} pairs of exact and {len(copies.near)} of near copies are kept on one side each."
    )
    if material.patients:
        text += f" {material.patients} groups (patients) are known."
    if material.test is not None:
        text += f" {len(material.test.samples)} images are kept for one test."
    if material.leaks:
        text += f" LEAKS: {material.leaks} validation images have a copy or their patient among the training images."
    return text + (f" {material.refused} files were refused." if material.refused else "")


def _print(packed: Packed) -> None:
    from radviewer.cli.output import as_table, emit

    rows = [
        [item.name, item.images, f"{item.accuracy:.4f}", f"{item.balanced_accuracy:.4f}", f"{item.macro_f1:.4f}"]
        for item in (packed.validation, *packed.test)
    ]
    header = ["images", "number", "accuracy", "balanced accuracy", "macro F1"]
    emit(as_table(header, rows, header[1:]), None)
    emit(f"The pack is in {packed.pack.folder}.\n", None)

"""How many images a second a folder prediction makes: plain torch eager, the program's torch, and OpenVINO.

Run `python benchmarks/bench_throughput.py [--model ID] [--images N] [--threads N]`. Images are generated. Every figure
is the best of several rounds, in wall-clock time and in processor time; on a busy machine the latter is the fair one.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from radviewer.core.image import Image, ImageRef
from radviewer.core.phantom import brain_mr
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken
from radviewer.inference.devices import set_threads
from radviewer.inference.openvino_backend import OpenVinoPredictor
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import Pack, Registry, default_search_path

BATCHES = (1, 4, 8, 16)


def generated(count: int) -> list[Image]:
    generator = np.random.default_rng(1)
    slices = brain_mr(256, 20).astype(np.float32)
    made = []
    for index in range(count):
        shown = slices[index % len(slices)] / slices.max() * 215 + generator.integers(0, 40, (256, 256))
        pixels = np.clip(shown, 0, 255).astype(np.uint8)
        made.append(Image(pixels=pixels, ref=ImageRef(Path(f"{index}.png"))))
    return made


def best(work: Callable[[], list[Prediction]], rounds: int) -> tuple[list[Prediction], float, float]:
    wall, processor = [], []
    result: list[Prediction] = work()
    for _ in range(rounds):
        started, used = time.perf_counter(), time.process_time()
        result = work()
        wall.append(time.perf_counter() - started)
        processor.append(time.process_time() - used)
    return result, min(wall), min(processor)


def difference(found: list[Prediction], reference: list[Prediction]) -> float:
    pairs = (pair for a, b in zip(found, reference, strict=True) for pair in zip(a.scores, b.scores, strict=True))
    return max(abs(one.probability - other.probability) for one, other in pairs)


def plain(pack: Pack) -> Predictor:
    """Torch eager with the network as it was trained, its norms not folded: what the others are measured by."""
    predictor = Predictor.load(pack, "cpu")
    predictor._trunk = predictor.network.trunk
    return predictor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="brain-mri")
    parser.add_argument("--images", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    set_threads(arguments.threads)
    pack = Registry(default_search_path()).get(arguments.model)
    images, token = generated(arguments.images), CancellationToken()
    models = {
        "eager": plain(pack),
        "torch": Predictor.load(pack, "cpu"),
        "openvino": OpenVinoPredictor.load(pack),
    }
    rows = []
    reference: list[Prediction] = []
    for name, model in models.items():
        for batch in BATCHES:
            found, wall, processor = best(lambda m=model, b=batch: m.predict(images, token, batch=b), arguments.rounds)
            reference = reference or found
            away = difference(found, reference)
            rows.append(
                {
                    "backend": name,
                    "batch": batch,
                    "images_per_second": len(images) / wall,
                    "images_per_processor_second": len(images) / processor,
                    "largest_difference": away,
                }
            )
    print(f"{arguments.model}, {len(images)} images, {arguments.threads} thread(s)")
    titles = ("batch", "images/s", "of eager", "images/CPU s", "of eager", "differs by")
    print("backend   " + "".join(f"{title:>14}" for title in titles))
    for row in rows:
        wall, processor = row["images_per_second"], row["images_per_processor_second"]
        print(
            f"{row['backend']:<10}{row['batch']:>14}{wall:>14.1f}{wall / rows[0]['images_per_second']:>14.2f}"
            f"{processor:>14.1f}{processor / rows[0]['images_per_processor_second']:>14.2f}"
            f"{row['largest_difference']:>14.1e}"
        )
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()

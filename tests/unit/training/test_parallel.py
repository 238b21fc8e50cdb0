"""Two processes take the steps that one would take."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch

from tests.helpers.shared import ROOT

SCRIPT = """
import sys
from pathlib import Path
import torch
from radviewer.core.tasks import CancellationToken
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.training.config import AugmentRecipe, TrainRecipe, UnfreezeStep
from radviewer.training.parallel import processes
from radviewer.training.trainer import Trainer, TrainSettings
from tests.unit.training.test_training import SPEC, generated

torch.set_num_threads(1)
torch.manual_seed(7)
network = architectures.build(ArchitectureSpec("custom_cnn", {"width": 4, "dropout": 0.4}), 1, 2)
recipe = TrainRecipe(
    epochs=3, batch=9, learning_rate=0.01, class_weights=True,
    unfreeze=(UnfreezeStep(0, "features.1"), UnfreezeStep(1, "all")),
)
settings = TrainSettings(
    recipe, AugmentRecipe(), SPEC, 5, Path(sys.argv[1]), "run", "classifier", processes=processes("cpu")
)
Trainer(network, generated(64, 1), generated(20, 2), settings).run(CancellationToken())
"""


@pytest.mark.slow
def test_two_processes_give_the_loss_curve_of_one(tmp_path: Path) -> None:
    pytest.importorskip("lightning_fabric")
    if not torch.distributed.is_available() or not torch.distributed.is_gloo_available():
        pytest.skip("this build of torch has no gloo")
    script = tmp_path / "script.py"
    script.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{SCRIPT}")
    start = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    for command, name in (([sys.executable], "one"), (start, "two")):
        done = subprocess.run(
            [*command, str(script), str(tmp_path / name)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-3000:]
    curves = []
    for name in ("one", "two"):
        with (tmp_path / name / "epochs.csv").open() as stream:
            rows = list(csv.DictReader(stream))
        curves.append([[float(row[key]) for key in ("train_loss", "validation_loss")] for row in rows])
    assert len(curves[0]) == 3
    assert np.abs(np.array(curves[0]) - np.array(curves[1])).max() < 1e-4
    one, two = (safetensors.torch.load_file(tmp_path / name / "best.safetensors") for name in ("one", "two"))
    assert max(float((one[key].float() - two[key].float()).abs().max()) for key in one) < 1e-3

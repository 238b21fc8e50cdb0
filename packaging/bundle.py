"""What the frozen program takes and leaves, as tables; `radviewer.spec` and the tests read them.

Sizes are of the Linux CPU bundle and were measured by leaving the part in; see docs/install.md.
"""

from __future__ import annotations

import re
from pathlib import Path

LIMIT = 900_000_000  # bytes of all files of the CPU bundle
LANGUAGES = ("de",)  # of Qt's own texts; English is in its code

# Modules that no code path of the program reaches, or that users install themselves for it.
EXCLUDED = (
    # Tools for development, and other front ends that libraries offer.
    "IPython", "jupyter", "notebook", "tkinter", "_tkinter", "PyQt5", "PyQt6", "PySide2", "pytest", "hypothesis",
    "mypy", "setuptools", "pip", "wheel",
    # GNU readline is under the GPL, and nothing here has a prompt.
    "readline", "curses", "_curses", "_curses_panel", "_gdbm", "_dbm",
    # What users add by `pip install radviewer[...]`, and what torch would like for its compiler.
    "tensorboard", "torch.utils.tensorboard", "captum", "timm", "openvino", "lightning_fabric", "optuna", "mirp", "itk",
    "triton", "torch._inductor.codegen.cuda",
    # 272 MB; without it planes of volumes are sampled by scipy, see radviewer/io/volume_sampling.py.
    "SimpleITK",
    # Optional helpers of reportlab, openpyxl, pandas and scikit-learn; each works without.
    "lxml", "chardet", "pandas.tests", "scipy.io.matlab", "skimage.data", "skimage.filters.rank", "sklearn.datasets",
    "sklearn.externals.array_api_compat.torch", "sklearn.externals.array_api_compat.dask",
    # Qt beyond widgets, SVG, printing and what pyqtgraph draws with.
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtDesigner", "PySide6.QtUiTools",
    "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtHelp", "PySide6.QtConcurrent", "PySide6.QtNetwork",
    "pyqtgraph.examples", "pyqtgraph.opengl",
)  # fmt: skip

# Parts of the names of files that are left out.
UNUSED_FILES = (
    "libQt6Quick", "libQt6Qml", "libQt6VirtualKeyboard", "libQt6Pdf", "libQt6Designer", "libQt6ShaderTools",
    "libQt6Test", "libQt6Sql", "libQt6Network", "Qt6Quick", "Qt6Qml", "Qt6VirtualKeyboard", "Qt6Pdf", "Qt6Network",
    "opengl32sw", "plugins/tls", "plugins/networkinformation", "plugins/sqldrivers", "plugins/qmltooling",
    "plugins/virtualkeyboard", "plugins/platforminputcontexts/libqtvirtualkeyboard", "plugins/generic",
    "plugins/egldeviceintegrations", "libQt6EglFS", "libQt6EglFsKms", "platforms/libqeglfs", "platforms/libqlinuxfb",
    "platforms/libqvkkhrdisplay", "platforms/libqvnc", "platforms/libqminimal", "platformthemes/libqgtk3",
    "imageformats/libqpdf", "imageformats/qpdf", "/qml/",
    # torch: headers and helpers for building extensions, its own tests and their data.
    "torch/include", "torch/share", "torch/test", "torch/bin/", "libtorchbind_test", "libaoti_custom_ops",
    "libjitbackend_test", "libbackend_with_compiler",
    # What a package asks for and the bundle does not have should not look as if it were there.
    "simpleitk-",
)  # fmt: skip
# Beside the test programs that are left out; torch looks for it on import and does not go on without it.
NEEDED_BY_IMPORT = "torch/bin/torch_shm_manager"
CUDA_FILES = (
    "nvidia", "libcudart", "libcudnn", "libcublas", "libnvjpeg", "libnvrtc", "libtorch_cuda", "libc10_cuda",
    "torchvision/_C", "torchvision/image", "torchvision.libs", "triton", "cusparse", "nccl", "nvshmem",
    "libcaffe2_nvrtc",
)  # fmt: skip
_QT_TEXTS = re.compile(r"/translations/qt[a-z]*_(\w+)\.qm$")

# Libraries of the machine that builds, which go into the Linux bundle: name without version -> licence.
SYSTEM_LIBRARIES = {
    **dict.fromkeys(
        ("libX11", "libX11-xcb", "libXau", "libXdmcp", "libXext", "libXrender", "libxkbcommon", "libxkbcommon-x11",
         "libfontconfig", "libexpat", "libffi", "libbrotlicommon", "libbrotlidec", "libtinfo"), "MIT"),
    **dict.fromkeys(
        ("libxcb-cursor", "libxcb-glx", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-randr",
         "libxcb-render", "libxcb-render-util", "libxcb-shape", "libxcb-shm", "libxcb-sync", "libxcb-util",
         "libxcb-xfixes", "libxcb-xinerama", "libxcb-xkb"), "MIT"),
    **dict.fromkeys(
        ("libbsd", "libmd", "libcap", "libpcre2-8", "libpcre", "libuuid", "libmpdec", "libzstd"), "BSD-3-Clause"),
    **dict.fromkeys(("libglib-2.0", "libgthread-2.0", "libsystemd", "libgcrypt", "libgpg-error"), "LGPL-2.1-or-later"),
    **dict.fromkeys(("libstdc++", "libgcc_s", "libgomp"), "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "libdbus-1": "AFL-2.1",
    "libfreetype": "FTL",
    "libpng16": "libpng-2.0",
    "libz": "Zlib",
    "libbz2": "bzip2-1.0.6",
    "liblz4": "BSD-2-Clause",
    "liblzma": "0BSD",
    "libssl": "Apache-2.0",
    "libcrypto": "Apache-2.0",
    "libsqlite3": "blessing",
    "libpython3": "PSF-2.0",
}  # fmt: skip
# Libraries that only plug-ins for GTK and for CUPS ask for. A desktop that prints has its own; they are not carried.
LEFT_TO_THE_SYSTEM = (
    "libcups", "libgnutls", "libp11-kit", "libunistring", "libidn2", "libtasn1", "libnettle", "libhogweed", "libgmp",
    "libgssapi_krb5", "libkrb5", "libkrb5support", "libk5crypto", "libcom_err", "libkeyutils", "libavahi-client",
    "libavahi-common", "libgio-2.0", "libgobject-2.0", "libgmodule-2.0", "libgdk_pixbuf-2.0", "libcairo",
    "libcairo-gobject", "libpixman-1", "libpango-1.0", "libpangocairo-1.0", "libpangoft2-1.0", "libharfbuzz",
    "libfribidi", "libgraphite2", "libthai", "libdatrie", "libatk-1.0", "libmount", "libblkid", "libselinux", "libjpeg",
    "libgtk-3", "libgdk-3", "libatk-bridge-2.0", "libatspi", "libepoxy", "libtracker", "libcloudproviders", "libXi",
    "libXcomposite", "libXcursor", "libXdamage", "libXfixes", "libXinerama", "libXrandr", "libreadline",
    "libwayland-client", "libwayland-cursor", "libwayland-egl", "libEGL", "libGL", "libGLX", "libGLdispatch",
)  # fmt: skip


def kept(name: str, source: str, variant: str) -> bool:
    """Whether a file goes into the bundle.

    Args:
        name: In the bundle.
        source: Where it lies on this machine.
        variant: "cpu" or "cuda".

    Raises:
        SystemExit: It is a library of this machine that no table names, so that its licence is unknown.
    """
    name, source = name.replace("\\", "/"), source.replace("\\", "/")
    texts = _QT_TEXTS.search(name)
    # A link to a file of the bundle has that file's name as its source, and goes with it.
    both = name if Path(source).is_absolute() else f"{name}\n{source}"
    if name == NEEDED_BY_IMPORT:
        return True
    if any(part in both for part in UNUSED_FILES + (CUDA_FILES if variant == "cpu" else ())):
        return False
    if texts is not None and texts.group(1).partition("_")[0] not in LANGUAGES:
        return False
    plain = system_library(source)
    if plain is None or plain in SYSTEM_LIBRARIES:
        return True
    if plain in LEFT_TO_THE_SYSTEM:
        return False
    raise SystemExit(
        f"{source} would go into the bundle, and packaging/bundle.py does not know it. Put {plain} with its licence "
        "into SYSTEM_LIBRARIES, or into LEFT_TO_THE_SYSTEM."
    )


def system_library(source: str) -> str | None:
    """The plain name of a library of this machine ("libX11" of /usr/lib/libX11.so.6); None for anything else."""
    if not source.startswith(("/lib", "/usr/lib")) or ".so" not in source or "-packages/" in source:
        return None
    if "/lib-dynload/" in source:
        return None  # of a Python that the system brings
    plain = source.rpartition("/")[2].partition(".so")[0]
    return "libpython3" if plain.startswith("libpython3") else plain

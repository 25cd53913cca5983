"""Executes the notebooks of this folder and writes them with their outputs to the folder given.

    python run.py OUTPUT_FOLDER

The first error of a cell ends it with status 1, and the notebook up to there is written, too.
"""

import pathlib
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from traitlets.config import Config

here = pathlib.Path(__file__).resolve().parent
written = pathlib.Path(sys.argv[1])
written.mkdir(parents=True, exist_ok=True)
for file in sorted(here.glob("*.ipynb")):
    notebook = nbformat.read(file, as_version=4)
    with_outputs = [cell for cell in notebook.cells if cell.get("outputs")]
    if with_outputs:
        sys.exit(f"{file.name} is stored with outputs: clear them, they may hold a provider's data.")
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(here)}},
        config=Config({"KernelManager": {"transport": "ipc"}}),  # a socket file rather than open ports
    )
    started = time.monotonic()
    try:
        client.execute()
    except CellExecutionError as error:
        sys.exit(f"{file.name} failed:\n{error}")
    finally:
        nbformat.write(notebook, written / file.name)
    print(f"{file.name}: {len(notebook.cells)} cells in {time.monotonic() - started:.1f} s")

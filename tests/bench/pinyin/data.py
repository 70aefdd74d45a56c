"""Where the labelled readings lie; `casesite.chinese.polyphones.labels` reads them.

`labelled.tsv.xz` holds sentences of kakaobrain/g2pM's CPP data and of whzikaros/g2pL (both Apache-2.0);
`hard.tsv` and `running.txt.xz` are ours. The hard set is never trained on.
"""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[2] / "data" / "pinyin"
HARD: Final = FOLDER / "hard.tsv"
LABELLED: Final = FOLDER / "labelled.tsv.xz"
RUNNING: Final = FOLDER / "running.txt.xz"

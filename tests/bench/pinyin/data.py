"""Where the labelled readings lie; `casesite.chinese.polyphones.labels` reads them.

`labelled.tsv.xz` holds sentences of kakaobrain/g2pM's CPP data and of whzikaros/g2pL (both Apache-2.0);
`hard.tsv` and `running.txt.xz` are ours. No model is trained on the hard set, which was written before any
engine was asked; what was wrong in it has been used to mend the lexicon since.
"""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[2] / "data" / "pinyin"
HARD: Final = FOLDER / "hard.tsv"
LABELLED: Final = FOLDER / "labelled.tsv.xz"
RUNNING: Final = FOLDER / "running.txt.xz"

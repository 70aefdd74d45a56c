"""An artifact's digest: over all that its bytes depend on."""

from hashlib import blake2b
from typing import Any, Final

import msgspec

from casesite import __version__
from casesite.model.artifact import Artifact
from casesite.model.theme import Theme

_SIZE: Final = 16
_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")


def of(inputs: Any) -> str:  # noqa: ANN401 - each format has inputs of its own type
    """Return the digest (blake2b of 16 bytes, hex) of a value, encoded as msgpack with all keys in order."""
    return blake2b(_ENCODER.encode(inputs), digest_size=_SIZE).hexdigest()


def artifact(  # noqa: PLR0913 - an artifact has that many parts, all named at the call
    path: str,
    kind: str,
    inputs: Any,  # noqa: ANN401 - each format has inputs of its own type
    *,
    theme: Theme | None,
    needs: tuple[str, ...] = (),
    source: str = "",
    version: str = "",
    shared: object = None,
) -> Artifact:
    """Make an artifact with its digest (blake2b of 16 bytes, hex) over kind, inputs, theme and version.

    `theme` is given where the theme shapes the result, `version` where a library does (its name and
    version). `inputs` is encoded whole as msgpack, so it must name bodies by their digests. `shared`
    stands for it where that costs less, and always beside a `Later`: a value made of digests, which differs
    wherever the inputs do.
    """
    told = inputs if shared is None else shared
    state = (__version__, version, kind, theme.digest if theme else "", told, needs)
    return Artifact(path, kind, of(state), inputs, needs, source)

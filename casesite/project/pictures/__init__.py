"""Pictures and attachments: what their first bytes tell, and copies without their makers' traces."""

from casesite.project.pictures.copying import copy_picture
from casesite.project.pictures.damage import DamagedPictureError
from casesite.project.pictures.kinds import Look, look

__all__ = ["DamagedPictureError", "Look", "copy_picture", "look"]

"""What each path of the window does: it asks the press in a thread, and says what came of it.

``pages`` shows, ``taking`` lets articles in, ``hearing`` has paragraphs and names spoken,
``publishing`` does what listeners notice, and ``settings`` keeps what an editor decides.
"""

from audiopress.studio.paths.hearing import HearingPaths
from audiopress.studio.paths.pages import PagePaths
from audiopress.studio.paths.publishing import PublishingPaths
from audiopress.studio.paths.settings import SettingPaths
from audiopress.studio.paths.taking import TakingPaths

__all__ = ["HearingPaths", "PagePaths", "PublishingPaths", "SettingPaths", "TakingPaths"]

"""Microsoft Teams: what people do there becomes our events, and our shapes become their cards."""

import os
import warnings

# Before any module here imports the SDK, which reads a .env file as it is imported: what it finds
# there could change how it behaves.
os.environ.setdefault("PYTHON_DOTENV_DISABLED", "1")
# Its preview parts announce themselves; we use none of them.
warnings.filterwarnings("ignore", message=".*is in preview and may change in the future")

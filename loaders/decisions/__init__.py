"""What people decide about what was loaded: releases, takedowns, editions."""

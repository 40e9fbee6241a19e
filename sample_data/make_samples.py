"""Makes the committed sample shops again, byte for byte: PYTHONPATH=. python sample_data/make_samples.py (or `make sample`)."""

from __future__ import annotations

from pathlib import Path

from retention.sample import make_shop

FOLDER = Path(__file__).parent
# shop -> customers and seed
COMMITTED = {"toys": (850, 1), "cafe": (600, 1), "online": (1000, 11)}

if __name__ == "__main__":
    for shop, (customers, seed) in COMMITTED.items():
        for path in make_shop(shop, customers, seed, FOLDER / shop):
            print(f"{path.relative_to(FOLDER)}: {path.stat().st_size} bytes")

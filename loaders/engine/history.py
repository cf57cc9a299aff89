"""What every load has accepted, and which load a source stands at."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence

import numpy as np
import orjson
import pandas as pd
from sqlalchemy import Connection, Row, insert, select, update

from loaders.gate.per_distinct_value import to_categories
from loaders.store.runs import LOADED, WITHDRAWN, kept_rows, load_run

NUMBER = np.dtype("<i4")


def keep(connection: Connection, run_id: int, seq: int, frame: pd.DataFrame) -> None:
    """Store rows as they were accepted: in the dataset's columns, as text, with their rows of the file."""
    connection.execute(insert(kept_rows), {"run_id": run_id, "seq": seq, "content": _content(frame)})


def forget(connection: Connection, dataset: str, column: str, value: str) -> bool:
    """Remove the rows with this value from every kept load of a dataset; False when there are none."""
    of_dataset = select(kept_rows.c.run_id, kept_rows.c.seq).join(load_run).where(load_run.c.loads == dataset)
    has_rows = False
    for run_id, seq in connection.execute(of_dataset).all():
        frame = kept_part(connection, run_id, seq)
        is_gone = (frame[column] == value).to_numpy()
        if is_gone.any():
            place = (kept_rows.c.run_id == run_id) & (kept_rows.c.seq == seq)
            connection.execute(update(kept_rows).where(place).values(content=_content(frame[~is_gone])))
            has_rows = True
    return has_rows


def rows_with(connection: Connection, dataset: str, column: str, value: str) -> Iterator[pd.Series]:
    """The row with this value in each load of a dataset that has it, oldest load first; none of those that wait."""
    of_dataset = select(kept_rows.c.run_id, kept_rows.c.seq).join(load_run)
    in_force = of_dataset.where(load_run.c.loads == dataset, load_run.c.status == LOADED)
    for run_id, seq in connection.execute(in_force.order_by(kept_rows.c.run_id, kept_rows.c.seq)).all():
        frame = kept_part(connection, run_id, seq)
        yield from (row for _, row in frame[frame[column] == value].iterrows())


def rows_of_load(connection: Connection, run_id: int) -> Iterator[pd.DataFrame]:
    """The rows of a load, part by part. A load that left its source empty has none."""
    for seq in kept_parts(connection, run_id):
        yield kept_part(connection, run_id, seq)


def kept_parts(connection: Connection, run_id: int) -> Sequence[int]:
    """Numbers of the parts of a load, in their order; a part without rows is left out."""
    numbers = select(kept_rows.c.seq).where(kept_rows.c.run_id == run_id).order_by(kept_rows.c.seq)
    return connection.scalars(numbers).all()


def kept_part(connection: Connection, run_id: int, seq: int) -> pd.DataFrame:
    """One part of the rows of a load."""
    query = select(kept_rows.c.content).where(kept_rows.c.run_id == run_id, kept_rows.c.seq == seq)
    return _frame(orjson.loads(zlib.decompress(connection.scalar(query))))


def is_kept(connection: Connection, run: Row) -> bool:
    """False for loads made before rows were kept; they cannot be compared or brought back."""
    first = select(kept_rows.c.seq).where(kept_rows.c.run_id == run.run_id).limit(1)
    return run.rows_written == 0 or connection.scalar(first) is not None


def runs_of(connection: Connection, key: str) -> Sequence[Row]:
    """All loads that have changed a source, oldest first: none that waits or has waited for its release."""
    query = select(load_run).where(load_run.c.source_key == key, load_run.c.status == LOADED)
    return connection.execute(query.order_by(load_run.c.run_id)).all()


def withdrawn_files(connection: Connection, key: str) -> frozenset[str]:
    """Hashes of the files of a source whose embargo was taken back, and that were not loaded since."""
    query = select(load_run.c.sha256).where(load_run.c.source_key == key)
    loaded_files = select(load_run.c.sha256).where(load_run.c.source_key == key, load_run.c.status == LOADED)
    return frozenset(connection.scalars(query.where(load_run.c.status == WITHDRAWN))) - {
        *connection.scalars(loaded_files)
    }


def is_withdrawn(connection: Connection, key: str) -> bool:
    """Whether the last that came of a source was an embargo that was taken back."""
    query = select(load_run.c.status).where(load_run.c.source_key == key, load_run.c.status.in_((LOADED, WITHDRAWN)))
    return connection.scalar(query.order_by(load_run.c.run_id.desc()).limit(1)) == WITHDRAWN


def loads_in_force(runs: Sequence[Row]) -> list[Row]:
    """Loads of files that were not taken back, oldest first; the last one is what the source stands at."""
    by_id, stack = {run.run_id: run for run in runs}, []
    for run in runs:
        undone_run = by_id.get(run.undoes)
        if undone_run is None:
            stack.append(run)
        elif undone_run.undoes is None:
            stack.pop()
        else:
            stack.append(by_id[undone_run.undoes])
    return stack


def _content(frame: pd.DataFrame) -> bytes:
    columns = {name: _pack(to_categories(values)) for name, values in frame.items()}
    return zlib.compress(orjson.dumps({"index": _numbers(frame.index), "columns": columns}), level=1)


def _pack(cells: pd.Categorical) -> dict:
    # What only rows that were set aside had must not be kept.
    cells = cells.remove_unused_categories()
    return {"distinct": cells.categories.tolist(), "codes": _numbers(cells.codes)}


def _frame(content: dict) -> pd.DataFrame:
    columns = {name: _unpack(**column) for name, column in content["columns"].items()}
    return pd.DataFrame(columns, index=pd.Index(_array(content["index"]), dtype=int))


def _unpack(distinct: list, codes: str) -> pd.Categorical:
    # A column without a single value would come back without a type.
    categories = pd.Index(distinct, dtype=None if distinct else "str")
    return pd.Categorical.from_codes(_array(codes), categories, validate=False)


def _numbers(values: Sequence[int]) -> str:
    """Whole numbers as text that is read at once, not number by number."""
    return b64encode(np.asarray(values, dtype=NUMBER).tobytes()).decode()


def _array(numbers: str) -> np.ndarray:
    return np.frombuffer(b64decode(numbers), dtype=NUMBER)

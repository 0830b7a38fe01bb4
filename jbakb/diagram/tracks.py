"""Tracks for lines that run beside each other: two that overlap never share one."""

from __future__ import annotations

from collections.abc import Mapping


def assign(spans: Mapping[int, tuple[float, float]]) -> dict[int, int]:
    """Give each span (lower and upper end) a track from 0, so that spans of one track do not touch; short ones first.

    Short spans get the inner tracks, so that fewer lines cross.
    """
    tracks: dict[int, int] = {}
    for number, (low, high) in sorted(spans.items(), key=lambda row: (row[1][1] - row[1][0], row[0])):
        taken = {
            tracks[other] for other in tracks if spans[other][0] <= high and low <= spans[other][1]
        }  # fmt: skip
        tracks[number] = next(track for track in range(len(spans)) if track not in taken)
    return tracks

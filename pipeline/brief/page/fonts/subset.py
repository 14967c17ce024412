"""Cuts the briefing's text faces from their full fonts; README.md has the command.

usage: python3 subset.py SERIF_DIR INTER_DIR NOTO_DIR DROID_DIR, the unpacked packages
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

LATIN = [(0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2AF), (0x2B0, 0x36F), (0x1E00, 0x1EFF)]
GREEK = [(0x370, 0x3FF), (0x1F00, 0x1FFF)]
CYRILLIC = [(0x400, 0x52F)]
KANA = [(0x3000, 0x303F), (0x3041, 0x30FF), (0xFF01, 0xFFEF)]
HEBREW = [(0x591, 0x5F4), (0xFB1D, 0xFB4F)]
PUNCTUATION = [(0x2000, 0x206F)]
MARKS = PUNCTUATION + [(0x2070, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF)]
SHAPES = [(0x2300, 0x23FF), (0x2460, 0x27BF), (0x2B00, 0x2BFF)]
LABEL = LATIN[:2] + GREEK[:1] + CYRILLIC + PUNCTUATION + [(0x25A0, 0x25FF)]
TEXT = LATIN + GREEK + CYRILLIC + MARKS + [(0x25A0, 0x25FF)]


def han():
    """Returns signs, kana and what the first level of GB 2312 holds, the 3,755 commonest characters."""
    found = codes(KANA)
    for row in range(0xA1, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return {c for c in found if c >= 0x3000}


def western():
    """Returns what the faces draw in one byte a character: see western.go."""
    found = set(map(ord, "✗✓≤≥−"))
    for byte in range(0x20, 0x100):
        try:
            found.add(ord(bytes([byte]).decode("cp1252")))
        except UnicodeDecodeError:
            pass
    return found


def codes(ranges):
    return {c for low, high in ranges for c in range(low, high + 1)}


def tabular(font):
    """Lets the digits' own code points show the tabular figures, since fpdf knows no features."""
    swap = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    swap.update(getattr(table, "mapping", None) or table.ExtSubTable.mapping)
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for code in range(ord("0"), ord("9") + 1):
            table.cmap[code] = swap.get(table.cmap[code], table.cmap[code])


def soft_hyphen(font):
    """Lets a face that has no soft hyphen show its hyphen there: words are parted with it."""
    for table in font["cmap"].tables:
        if table.isUnicode() and 0x2D in table.cmap:
            table.cmap.setdefault(0xAD, table.cmap[0x2D])


def cut(source, target, wanted, figures=False):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "GSUB", "GPOS", "GDEF", "STAT", "MATH", "vhea", "vmtx"]
    font = TTFont(source, recalcTimestamp=False)
    soft_hyphen(font)
    if figures:
        tabular(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    subset.save_font(font, target, options)
    return set(font.getBestCmap())


def part(source, target, wanted, figures=False):
    """Cuts a text face in two: what takes one byte a character, and the rest."""
    narrow = cut(source, target + "-Western.ttf", western(), figures)
    # Space and digits stay, since the PDF writer always asks for them.
    return narrow | cut(source, target + ".ttf", wanted - western() | set(range(0x20, 0x3A)), figures)


def main(serif, inter, noto, droid):
    text = codes(TEXT)
    have = part(f"{serif}/400Regular/SourceSerif4_400Regular.ttf", "SourceSerif4-Regular", text)
    part(f"{serif}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf", "SourceSerif4-Italic", text)
    part(f"{serif}/600SemiBold/SourceSerif4_600SemiBold.ttf", "SourceSerif4-SemiBold", text)
    have |= part(f"{inter}/400Regular/Inter_400Regular.ttf", "Inter-Regular", codes(LABEL + MARKS + SHAPES), figures=True)
    part(f"{inter}/600SemiBold/Inter_600SemiBold.ttf", "Inter-SemiBold", codes(LABEL), figures=True)
    # The fallback faces hold only what the text faces lack.
    have |= cut(f"{noto}/NotoSerif-Regular.ttf", "NotoSerif-Regular.ttf", codes(TEXT) - have)
    have |= cut(f"{noto}/NotoSansMath-Regular.ttf", "NotoSansMath-Regular.ttf", codes(MARKS) - have)
    cut(f"{noto}/NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", codes(SHAPES + [(0x25A0, 0x25FF)]) - have)
    cut(f"{noto}/NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Regular.ttf", codes(HEBREW))
    cut(f"{droid}/DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", han())


main(*sys.argv[1:])

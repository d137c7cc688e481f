#!/bin/sh
# docx-mailmerge2 1.0.3 fills a Word template and leaves out records by its SKIPIF fields. It compares numbers as text: of the stations with 100, 95,
# 60 and 9 points, a template that skips whoever has less than 60 writes to those with 95, 60 and 9, and not to the one with 100. Word compares
# numbers as numbers. IF (merge_if_fields) says "fail" of 100 and "pass" of 9; with "=" alone, 60 and 60.0 are the same. Where nobody sets that
# option, IF is left as it is: every letter shows the word that the template showed when it was saved last.
#
# For us: a condition that is shown in a letter or sheet is decided by the engine, and the template gets the word; numbers are compared as numbers.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet docx-mailmerge2==1.0.3 lxml==6.1.3 python-docx==1.2.0
cd "$room"
"$room/venv/bin/python" - <<'PYTHON'
import docx, html, mailmerge
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

def field(*parts, shown):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    told = [part if part.startswith("<") else f'<w:r><w:instrText xml:space="preserve">{html.escape(part)}</w:instrText></w:r>' for part in parts]
    return mark("begin") + "".join(told) + mark("separate") + f"<w:r><w:t>{shown}</w:t></w:r>" + mark("end")

def template(*fields):
    document = docx.Document()
    paragraph = document.add_paragraph()._p
    for run in parse_xml(f'<w:p {nsdecls("w")}>{"".join(fields)}</w:p>'):
        paragraph.append(run)
    document.save("template.docx")

def letters(scores, **options):
    with mailmerge.MailMerge("template.docx", options=mailmerge.MailMergeOptions(**options)) as merge:
        merge.merge_templates([{"score": score} for score in scores], separator="page_break")
        merge.write("letters.docx")
    return [text for text in (paragraph.text.strip() for paragraph in docx.Document("letters.docx").paragraphs) if text]

score = field(" MERGEFIELD score ", shown="85")
print("docx-mailmerge2 1.0.3")
template(score, field(" SKIPIF ", score, " < 60 ", shown=""))
written = letters(["100", "95", "60", "9"])
print("written to", written)
assert written == ["95", "60", "9"]
template(field(" IF ", score, ' >= 60 "pass" "fail" ', shown="pass"))
print("IF", letters(["100", "95", "60", "9"], merge_if_fields=True), "left alone", letters(["100", "30"]))
assert letters(["100", "95", "60", "9"], merge_if_fields=True) == ["fail", "pass", "pass", "pass"]
assert letters(["100", "30"]) == ["pass", "pass"]
template(field(" IF ", score, ' = 60 "even" "not" ', shown="even"))
assert letters(["60.0", "61"], merge_if_fields=True) == ["even", "not"]
PYTHON

"""Every Issue that item6 can leave: code, severity, what happened, what to do.

Codes: F files, W documents of the UN, R record, reviews and build, D people's decisions. A code is never used again
for something else.
"""

from __future__ import annotations

from item6.terms.issue_kinds import IssueKind
from item6.terms.issues_of_readings import OTHER_READINGS

CATALOGUE: dict[str, IssueKind] = {
    # files: the file as a whole could not be read
    "file.empty": IssueKind("F101", "error", "the file is empty (0 bytes)", "download it again"),
    "file.missing": IssueKind("F102", "error", "there is no such file", "check the path"),
    "file.unreadable": IssueKind("F103", "error", "the file cannot be opened: {why}", "check its permissions"),
    "file.html": IssueKind(
        "F104",
        "error",
        "this is a web page, not a document",
        "open the address in a browser and save the document itself",
    ),
    "file.text": IssueKind(
        "F105", "error", "this is plain text, not a UN document", "give the PDF or Word file it came from"
    ),
    "file.unknown": IssueKind(
        "F106", "error", "this is neither PDF nor Word (DOCX)", "give the PDF or DOCX of the document"
    ),
    "file.legacy_word": IssueKind(
        "F107",
        "error",
        "this is a Word file of the old kind (.doc)",
        "open it in Word or LibreOffice and save it as .docx",
    ),
    "file.damaged": IssueKind("F108", "error", "the file is cut off or damaged: {why}", "download it again"),
    "file.encrypted": IssueKind(
        "F109", "error", "the file is protected by a password", "save a copy without the password"
    ),
    "file.too_large": IssueKind(
        "F110",
        "error",
        "the file unpacks to more than {limit}",
        "check where it comes from; UN documents are far smaller",
    ),
    "file.scan": IssueKind(
        "F111",
        "error",
        "the pages are pictures without text (a scan)",
        "get the version with text, or run text recognition on it",
    ),
    "file.other_office": IssueKind(
        "F112", "error", "this is an Office file of another kind ({what})", "give the PDF or DOCX of the document"
    ),
    "file.picture": IssueKind(
        "F113", "error", "this is a picture ({what}), not a document", "get the PDF or Word file with its text"
    ),
    "file.archive": IssueKind(
        "F114",
        "error",
        "this is an archive ({what}), not a document",
        "unpack it and give the documents that are in it",
    ),
    "file.for_programs": IssueKind(
        "F115",
        "error",
        "this is {what}, written for programs, not a document",
        "open the address in a browser and save the document itself",
    ),
    "file.converted": IssueKind(
        "F116",
        "note",
        "read through a copy that {program} made; places are those of the copy",
        "look for the words, not for the place",
    ),
    # documents: read, but not of a family that holds recommendations
    "document.not_upr": IssueKind(
        "W101", "error", "this is no document of the Universal Periodic Review that item6 knows", "check the file"
    ),
    "document.family_not_read": IssueKind(
        "W102",
        "error",
        "this is {what}, which item6 does not read",
        "give the report of the Working Group",
    ),
    "document.language": IssueKind(
        "W103",
        "error",
        "the document is in {language}; reports are read in English",
        "get the English version of {symbol}",
    ),
    "document.no_list": IssueKind(
        "W104",
        "error",
        "the report has no list of recommendations that item6 could find",
        "check that the file is complete",
    ),
    "document.no_review": IssueKind(
        "W105",
        "error",
        "the report does not say which State and session it is about",
        "check that its first pages are complete",
    ),
    # items of the lists
    "item.number_corrected": IssueKind(
        "W201", "note", "printed as {printed}, counted as {number}, which is its place in the list", "compare the page"
    ),
    "item.state_misspelled": IssueKind(
        "W202", "note", "“{spelling}” is taken for {state}", "correct it by a decision if it is another State"
    ),
    "item.state_unknown": IssueKind(
        "W203", "warning", "“{words}” stands among the States and names none", "compare the page"
    ),
    "item.no_state": IssueKind(
        "W204", "note", "no State is named: taken as a collective recommendation", "compare the page"
    ),
    "item.words_left": IssueKind(
        "W205", "note", "words after the last State belong to no recommendation: “{words}”", "compare the page"
    ),
    "list.conclusions": IssueKind(
        "W206", "note", "the list holds conclusions, not recommendations, and is left out", "compare the page"
    ),
    "item.number_twice": IssueKind(
        "W209", "warning", "{number} is printed twice; the second is left out", "compare the page"
    ),
    "item.no_words": IssueKind(
        "W208", "warning", "a bracket of States stands before any words of the recommendation", "compare the page"
    ),
    "dialogue.not_found": IssueKind(
        "W207",
        "warning",
        "the conclusions name {number} of the dialogue, where no recommendation was found",
        "compare the page",
    ),
    **OTHER_READINGS,
    # addenda
    "addendum.no_review": IssueKind(
        "W501",
        "error",
        "the addendum does not say which State and session it is about",
        "check that its first page is complete",
    ),
    "addendum.no_answers": IssueKind(
        "W502",
        "warning",
        "the addendum gives no answer to a number that item6 could read",
        "enter the answers by hand, with the page",
    ),
    "addendum.unclear": IssueKind(
        "W503",
        "warning",
        "what is said of {number} is no answer that item6 knows; it stays pending",
        "read the page, and enter the answer by hand if it is one",
    ),
    "addendum.language": IssueKind(
        "W504", "warning", "answers in {language} are not understood: {numbers}", "enter them by hand, with the page"
    ),
    "addendum.rest": IssueKind(
        "W505",
        "warning",
        "it answers recommendations without numbers: {words}",
        "enter the answer for those it means (`decide answer` takes several numbers, or the word unanswered)",
    ),
    # the pipeline: a file whose reading failed in a way that no reader foresaw
    "file.crashed": IssueKind(
        "F191",
        "error",
        "reading stopped on an error of the program ({what})",
        "please report it with the file; the other files are read",
    ),
    "file.killed": IssueKind(
        "F192",
        "error",
        "the process that read the file was ended ({why})",
        "check the file and the free memory, then build again",
    ),
    "file.time_limit": IssueKind(
        "F193",
        "error",
        "the file was not read within {seconds} seconds",
        "check the file; UN documents take less than one",
    ),
    "file.huge": IssueKind(
        "F194", "error", "the file is larger than {limit}", "check where it comes from; UN documents are far smaller"
    ),
    # the record: what was not taken in, and what is no longer as it was published
    "record.left_out": IssueKind(
        "R101",
        "warning",
        "no review could be named for this report; its {count} recommendations are not in the record",
        "check that the first page names the State and the session",
    ),
    "record.damaged": IssueKind("R102", "error", "this is not as it was published: {why}", "build the record again"),
    "record.source_missing": IssueKind(
        "R103",
        "warning",
        "the document {file}, from which the record was read, is missing",
        "build again with the document",
    ),
    "record.source_changed": IssueKind(
        "R104", "error", "this is no longer the document {file} that the record was read from", "build again with it"
    ),
    # reviews: which document speaks for a review
    "review.same_bytes": IssueKind(
        "R201", "note", "this is the same file as {other}, byte for byte; it is read once", "nothing to do"
    ),
    "review.draft_superseded": IssueKind(
        "R202", "note", "this is a draft; the final report {symbol} ({other}) takes its place", "nothing to do"
    ),
    "review.same_report": IssueKind(
        "R203", "note", "this is another file of the same report; {other} is used", "nothing to do"
    ),
    "review.reissued": IssueKind(
        "R204", "note", "a later issue of the report, {symbol} ({other}), takes its place", "nothing to do"
    ),
    "review.two_reports": IssueKind(
        "R205",
        "warning",
        "there are two reports of the review {review}; {symbol} ({other}) is used, the later one",
        "check that both are of this review, and build without the wrong one",
    ),
    "review.corrigendum_apart": IssueKind(
        "R206",
        "warning",
        "this corrigendum of {review} holds {count} recommendations of {total}; what it corrects is not taken over",
        "compare the numbers it names with the report",
    ),
    # counts: what the report states against what was read
    "count.number_missing": IssueKind(
        "R301",
        "warning",
        "the list goes from {before} to {after}: {missing} not found",
        "look at the page: the report may leave it out",
    ),
    "count.list_starts_late": IssueKind(
        "R307",
        "warning",
        "the list begins with {after}: {missing} not found",
        "look at the page: the report may leave it out",
    ),
    "count.number_twice": IssueKind(
        "R302",
        "warning",
        "the number {number} stands twice in the list",
        "look at both places; the second follows the first as further texts",
    ),
    "count.two_answers": IssueKind(
        "R303",
        "warning",
        "two answers to {number}: {first}, then {second}; the later one counts",
        "look at both places",
    ),
    "count.total_differs": IssueKind(
        "R304",
        "warning",
        "the report states {stated} recommendations {measure}, {counted} were counted",
        "look for the missing or doubled ones",
    ),
    "count.speakers_differ": IssueKind(
        "R305",
        "warning",
        "the report states that {stated} delegations made statements, {counted} were counted",
        "look at the summary of the dialogue",
    ),
    "count.answer_without_text": IssueKind(
        "R306",
        "warning",
        "an answer names {number}, which is not in the list",
        "look at the page: the number may be misprinted",
    ),
    # answers: which numbers of the report the later documents mean
    "number.ambiguous": IssueKind(
        "R401",
        "warning",
        "“{printed}” may be {candidates}; its answer is left out",
        "look at the page, then enter it with: item6 decide answer {review} NUMBER",
    ),
    "number.unknown": IssueKind(
        "R402",
        "warning",
        "“{printed}” is no number of the report; its answer is left out",
        "look at the page, then enter it with: item6 decide answer {review} NUMBER",
    ),
    "number.main_corrected": IssueKind(
        "R403",
        "note",
        "printed as {printed}, taken as {number}, the one number of the report that ends so",
        "compare the page",
    ),
    "number.draft": IssueKind(
        "R404", "note", "{printed} is a number of the draft, taken as {number} of the report", "compare the page"
    ),
    # drafts: what became of each number in the final report
    "draft.changed": IssueKind(
        "R411", "note", "{draft} of the draft is {number} of the report, with other words or States", "compare both"
    ),
    "draft.moved": IssueKind(
        "R412", "note", "{draft} of the draft stands elsewhere in the report, as {number}", "nothing to do"
    ),
    "draft.dropped": IssueKind(
        "R413",
        "warning",
        "{draft} of the draft is not in the list of the report",
        "compare the two lists",
    ),
    "draft.footnoted": IssueKind(
        "R415", "note", "{draft} of the draft stands in a footnote of the report, page {page}", "nothing to do"
    ),
    "draft.added": IssueKind("R414", "note", "{number} is not in the draft", "nothing to do"),
    # answers: is every number answered, and once
    "answer.missing": IssueKind(
        "R421",
        "warning",
        "neither supported nor noted after the addendum ({count}): {numbers}",
        "look at the addendum; they are pending",
    ),
    "answer.twice": IssueKind(
        "R422", "note", "{number} is answered twice, alike: “{first}”, then “{second}”", "compare both places"
    ),
    "answer.total_differs": IssueKind(
        "R423",
        "warning",
        "the addendum states {stated} recommendations {measure}, {counted} were counted",
        "look for the missing or doubled ones",
    ),
    "answer.parts_differ": IssueKind(
        "R424",
        "warning",
        "the document states {received} recommendations, but its parts ({parts}) add up to {sum}",
        "look at the page; quote neither before it is clear",
    ),
    # other people's readings, compared and never folded in
    "compare.position": IssueKind(
        "R431",
        "warning",
        "{number} is {theirs} here (“{words}”), but {ours} in {file}{page} (“{our_words}”)",
        "open both places; the State's own answer counts",
    ),
    "compare.not_listed": IssueKind(
        "R432", "warning", "{number} is not in the report {file}", "look at both; one of them may be misprinted"
    ),
    "compare.left_out": IssueKind(
        "R433", "warning", "{numbers} of the report {file} are not here ({count})", "look at both documents"
    ),
    "compare.states": IssueKind(
        "R434",
        "warning",
        "{number} has the States {theirs} here, but {ours} in {file}{page}",
        "open both places",
    ),
    "compare.export": IssueKind(
        "R435",
        "warning",
        "row {row} ({state}) is {theirs} here, but {number} is {ours} in {file}{page} (“{our_words}”)",
        "open both places; the State's own answer counts",
    ),
    "compare.export_rows": IssueKind(
        "R436", "note", "rows on {review} that were not found in the report ({count}): {rows}", "compare the words"
    ),
    "review.addendum_alone": IssueKind(
        "R207",
        "warning",
        "these are answers to the report {symbol}, which is not among the documents; no recommendation can be shown",
        "give the report together with it",
    ),
    "review.addendum_of_another": IssueKind(
        "R208",
        "warning",
        "its symbol belongs to the report on {review}, its title to {other}; the title is believed",
        "look at the first page",
    ),
    "review.same_addendum": IssueKind(
        "R209",
        "note",
        "this is another file or an earlier issue of the same addendum; {other} is used",
        "nothing to do",
    ),
    "review.list_from_matrix": IssueKind(
        "R210",
        "warning",
        "there is no report of {review}; its list is taken from here, its answers are only other people's reading",
        "give the report and the addendum",
    ),
    "review.export_alone": IssueKind(
        "R211",
        "warning",
        "none of its {count} rows is on a review among the documents; no recommendation can be shown",
        "give the reports together with it",
    ),
    # decisions: lines of HOME/decisions/*.jsonl
    "decision.line": IssueKind("D101", "error", "line {line}: {why}", "mend the line, or delete it"),
    "decision.no_target": IssueKind(
        "D201",
        "warning",
        "line {line}: {review} has no {number}; the decision is not in force",
        "mend the number, or delete the line",
    ),
    "decision.other_text": IssueKind(
        "D202",
        "warning",
        "line {line}: {number} has other words than when it was decided on; the decision is not in force",
        "look at the text, and decide again",
    ),
    "decision.parts_differ": IssueKind(
        "D203",
        "warning",
        "line {line}: {received} recommendations of {review}, but the parts add up to {sum}",
        "look at the source; quote neither before it is clear",
    ),
    "decision.total_differs": IssueKind(
        "D204",
        "warning",
        "line {line}: {stated} recommendations of {review} {measure}, {counted} were counted",
        "look at the source",
    ),
}

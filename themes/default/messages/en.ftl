### The texts of the interface in English, from which all others are translated.
### Words in braces are values: write each of them, in any order. Where a choice is made by a number, the forms are those
### that the language has (one, two, few, many, other). The standing of a claim is never softened and never left out.

## Every page

skip-to-text = Skip to the text
nav-site = Site
nav-trail = Where this page stands
nav-about-site = About this site
nav-languages = Languages
language-missing = { $language } (this page not yet)
held-draft = Draft: not published
held-embargoed = Embargoed until { $date }, { $time } UTC: not published
nav-facts = Facts
nav-contents = On this page
nav-sections = Sections
footer-standing = A statement is shown with its speaker, its source and its standing. “Alleged” means that nothing has been proven.
footer-corrections = Corrections
footer-feed = Feed: { $title }
footer-data = Data: JSON, CSV
list-separator = { ", " }
list-and = { "; and " }
no-date = no date

## Kinds of pages

kind-dossier = Dossier
kind-case = Case
kind-hearing = Hearing
kind-person = Person
kind-organisation = Organisation
kind-place = Place
kind-event = Event
kind-source = Source
kind-page = Page
kinds-dossier = Dossiers
kinds-case = Cases
kinds-hearing = Hearings
kinds-person = People
kinds-organisation = Organisations
kinds-place = Places
kinds-event = Events
kinds-source = Sources
kinds-page = Pages
count-dossier = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
count-case = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
count-hearing = { $count ->
    [one] { $count } hearing
   *[other] { $count } hearings
}
count-person = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
count-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
count-place = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
count-event = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
count-source = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
count-page = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
count-statement = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}

## Home and lists

home-dossiers = Dossiers
home-scheduled = Next hearings
home-hearings = Latest hearings
home-cases = Cases
index-letters = Letters
index-years = Years
index-by-date = By date
index-by-case = By case
index-not-named = Not named
index-others = Others
index-no-date = No known date
index-without-case = Without a case
calendar-title = Hearings to come
calendar-of = { $title }: hearings
calendar-count = { $count ->
    [0] No hearing is scheduled here.
    [one] One hearing is scheduled.
   *[other] { $count } hearings are scheduled.
}
calendar-no-day = No day known yet
subscribe-calendar = { $title } (calendar file)
subscribe-feed = { $title } (feed)
timeline-title = Timeline
timeline-no-year = No known year
timeline-undated = These stand in no year. Beside each it says why.
timeline-empty = Nothing is dated yet.
undated-no-date = No date is recorded here.
undated-no-year = The year is not stated.
undated-part-of-year = The year is known only to ten or a hundred years.
undated-some-without-year = Not each of the possible dates has its year.

## Facts

fact-date = Date
fact-status = Status
fact-case = Case
fact-court = Court
fact-place = Place
fact-next-date = Next date set
fact-file-number = File number
fact-opened = Opened
fact-about = About
fact-split-from = Separated from
fact-split-into = Separated from it
fact-aliases = Also written
fact-same-as = Elsewhere
fact-tags = Tags
fact-seat = Seat
fact-cases-about = Cases about it
fact-within = Part of
fact-parts = Parts
fact-coordinates = Coordinates
fact-precision = Precision
fact-publisher = Published by
fact-author = Author
fact-published = Published
fact-accessed = Read on
fact-original = Original
fact-archived = Archived copy
fact-stored = Stored copy
fact-sha256 = SHA-256 of the stored copy
fact-published-sha256 = SHA-256 of the published picture, without what cameras and editors wrote into it
fact-original-sha256 = SHA-256 of the stored copy, which is not published
fact-cleaned = Metadata cleaned
cleaned-checked = Yes
cleaned-unchecked = Yes, say those who publish this; a file of this kind cannot be checked by the program
fact-retells = Retells
coordinates = { $north }° N, { $east }° E
open-stored = Open the stored copy
precision-exact = the exact place
precision-vicinity = shown to its surroundings
precision-locality = shown to its town or district
precision-region = shown to its region
source-article = Article
source-judgment = Judgment
source-minutes = Minutes
source-indictment = Indictment
source-record = Record
source-audio = Audio
source-video = Video
source-photo = Photo
source-post = Post
source-notes = Notes

## Dates

date-worked-out = worked out by the authors as { $date }: { $basis }

## Documents

namesakes = Not to be confused with { $names }.
embed-from = From { $link }
embed-goes-on = Continue reading: { $link }
cited-title = Sources cited
cited-not-seen = Not seen: cited through another source.
cited-archived = Archived copy: { $link }.
cited-about = About this source
cited-about-label = About source { $number }
cited-back-label = Back to text, source { $number }
cited-back-label-again = Back to text, source { $number } ({ $time })
byline = By { $authors }
updated = Updated { $date }
minutes-to-read = { $count ->
    [one] { $count } minute to read
   *[other] { $count } minutes to read
}
dossier-named = Named in this dossier
sources-title = Sources
replies-title = Replies
corrections-title = Corrections
correction-was = It said: { $words }
correction-now = It says now: { $words }
backlinks-title = Pages that name this

## Hearings and cases

session-scheduled = Scheduled
session-held = Held
session-adjourned = Adjourned
session-cancelled = Cancelled
hearing-participants = Who took part
hearing-who-said-what = Who said what
hearing-neighbours = Hearings of this case
hearing-previous = Previous hearing
hearing-next = Next hearing
hearings-title = Hearings
hearings-table = Table of hearings
case-course = What happened when
case-accounts = Where accounts differ
case-parties = Parties and their legal status
case-roles = People by role
roles-title = Roles in cases
parties-table = Table of parties
column-date = Date
column-hearing = Hearing
column-role = Role
column-status = Status
column-party = Party
column-as-of = As of
column-source = Source
column-number = No.
column-standing = Standing
column-who-says-what = Who says what

## The law

legal-status = Legal status
legal-status-none = No legal status recorded here.
presumption = Everyone charged with an offence is presumed innocent until proved guilty according to law.
listed-under = Listed under “{ $role }”
as-of = As of { $date }, according to { $source }
stage-not-a-party = Not a party to the case
stage-named-in-file = Named in the case file
stage-suspect = Suspect
stage-charged = Charged
stage-on-trial = On trial
stage-acquitted = Acquitted
stage-dismissed = Charges dismissed
stage-convicted-appealable = Convicted, not final
stage-convicted-final = Convicted, final

## People who are not named

person-not-named = not named here
withheld-title = Why there is no name
withheld-source = Known from { $source }
how-unknown = The name is not known.
how-not-said = The name was not said.
how-by-us = We know the name and withhold it.
how-pseudonym = The name shown is not the real one.
why-court = A court kept it from being said.
why-minor = The person is a minor.
why-victim = The person is a victim.
why-source = The person is a source.
why-safety = It could put the person in danger.
why-law = The law forbids it.
why-editorial = The editors decided so.
not-named-title = Who is not named
not-named-dek = People who appear on these pages without a name, and why.
not-named-no-reason = No reason is recorded.
not-named-appears = Appears on { $pages }
not-named-appears-among = Appears on { $count } pages, among them { $pages }
not-named-none = Everyone on these pages is named.

## Statements

statement-number = Statement { $number }
statement-number-within = statement { $number }
status-reported = Reported
status-alleged = Alleged, unproven
status-established = Established
status-retracted = Retracted
standing-reported = reported
standing-alleged = alleged
standing-established = established
standing-retracted = retracted
form-testimony = Testimony
form-submission = Submission
form-ruling = Ruling
form-act = Act
form-document = Document
form-background = Background
unattributed = Not attributed by its source
unattributed-within = not attributed by its source
statement-about = About { $names }
statement-via = As reported by { $sources }
statement-no-source = No source is given
statement-on-page = { $statement } on { $page }
statement-on-page-date = { $statement } on { $page }, { $date }
translation-ours = Our translation of the quote
translation-by = Our translation of the quote, by { $translator }
# A statement that a sentence names: who said it, with what standing.
named-statement = { $statement } ({ $speaker }, { $standing })
# The same where the sentence has named the speaker.
named-own = { $statement } ({ $standing })
# $named is one of the two above.
named-on-page = { $named } on { $page }

## What one statement does to another; $statement is a link such as “statement 3”

relation-contradicts = Contradicts { $statement }
relation-denies = Denies { $statement }
relation-supports = Supports { $statement }
relation-repeats = Repeats { $statement }
relation-corrects = Corrects { $statement }
related-contradicts = Contradicted by { $statement }
related-denies = Denied by { $speaker } in { $statement }
related-denies-own = Denied by the same speaker in { $statement }
related-denies-unattributed = Denied by { $statement }, not attributed by its source
related-supports = Supported by { $statement }
related-repeats = Repeated by { $statement }
related-corrects = Corrected by { $statement }
# $relation is one of those above.
relation-by = { $relation } by { $speaker }
relation-own = { $relation } of the same speaker
relation-unattributed = { $relation }, not attributed by its source
relation-on-page = { $relation }, on { $page }
relation-retracted = { $relation }, which was retracted
relation-judgement = { $relation }, in the editors’ judgement

## On what statements rest

# $mark is the message of the same name with -mark; it stands out.
origin-not-seen = { $source } ({ $mark })
origin-not-seen-mark = not seen
origin-through = through { $statements }, { $source }
support-corroborated = Corroborated by independent origins: { $origins }.
support-unseen-as-one = The { $count } that were not seen count as one.
support-none-seen = Rests on { $count } origins of which none was seen: { $origins }. Whether they are independent of each other is not known.
support-one-origin = Rests on one origin: { $origins }.
support-reports-one-origin = These reports are one origin.
origin-was-not-seen = Its origin, { $source }, was { $mark }.
origin-was-not-seen-mark = not seen
origin-goes-back = It goes back to { $source }.
no-reply-of = No reply is on file of { $names }.
rests-one = The one statement here rests on { $sources }.
rests-all = All { $total } statements here rest on { $sources }.
rests-some = { $count } of the { $total } statements here rest on { $sources }.
rests-sources = { $count ->
    [one] one source, { $names }
   *[other] { $count } sources: { $names }
}
# $origin is the name of a source, or retold-not-seen.
retold-by = { $count ->
    [one] { $names } retells { $origin }.
   *[other] { $names } retell { $origin }.
}
retold-by-both = Both reports retell { $origin }.
retold-by-all = All { $count } reports retell { $origin }.
retold-not-seen = { $source }, which was { $mark }
retold-not-seen-mark = not seen
at-odds = { $who } is at odds with their own words: { $one } contradicts { $other }.
accounts-about = Two accounts of { $names }: { $one } contradicts { $other }.
accounts = Two accounts: { $one } contradicts { $other }.
accounts-judgement = That one statement contradicts another is the judgement of the editors.
follows-title = What follows from the record
unanswered-all = { $alleged ->
    [one] { $alleged } statement by others alleges something about { $who }. No reply is on file.
   *[other] { $alleged } statements by others allege something about { $who }. No reply is on file.
}
unanswered-some = { $count ->
    [one] Of { $alleged } statements by others that allege something about { $who }, { $count } has no reply on file.
   *[other] Of { $alleged } statements by others that allege something about { $who }, { $count } have no reply on file.
}
denied = Denied: { $statement }, by { $by }.
said-by-person = Said by this person
said-by-organisation = Said by this organisation
nothing-said-by-person = Nothing said by this person is recorded here.
nothing-said-by-organisation = Nothing said by this organisation is recorded here.
said-about-person = Said about this person
said-about-organisation = Said about this organisation
said-about-place = Said about this place
said-about-event = Said about this event
place-events = What happened here

## Numbers and dates that sources give

counts-title = What the sources give
differ-number-one-source = The source gives different numbers.
differ-date-one-source = The source gives different dates.
differ-number = The sources give different numbers.
differ-date = The sources give different dates.
differ-compatible = All of them can be true at once.
differ-none-chosen = None is chosen here.
in-its-words = In its words: { $quote }
according-to = According to { $source }
amount-exactly = { $number }
amount-about = about { $number }
amount-more-than = more than { $number }
amount-at-least = at least { $number }
amount-less-than = less than { $number }
amount-at-most = at most { $number }
amount-between = between { $number } and { $most }

## Sources

source-unseen = Cited through others; not seen by the authors.
source-retells-title = What it retells
source-retells-none = No source that it retells is recorded here.
source-retold-title = What retells it
source-cited-title = What cites it
source-cited-none = Nothing on this site cites it directly.
source-cited-elsewhere = What cites it through others is on the pages of those that retell it.
lineage-this = This source, { $seen }
lineage-retells = retells { $source }, { $seen }
lineage-retold-by = retold by { $source }, { $seen }
lineage-seen = seen by the authors
lineage-not-seen = not seen by the authors
lineage-above = { $branch } (see above)
lineage-circle = { $branch } (this leads back in a circle)
lineage-further = { $branch } (and so on; see there)
lineage-more = And { $count } more.
lineage-more-open = And { $count } more, further on from { $open }.
lineage-more-ends = And { $count } more, as far as { $ends }.
lineage-more-open-ends = And { $count } more, further on from { $open }, as far as { $ends }.
cited-statements = Statements
cited-standings = Legal status
cited-standing = { $who }: { $stage } in { $case }, as of { $date }, according to { $source }
cited-standing-role = { $who }: { $role }, { $stage } in { $case }, as of { $date }, according to { $source }
cited-counts = Numbers and dates
cited-count = { $what }: { $count }
cited-withheld = Why somebody is not named
cited-withheld-source = According to { $source }.
cited-pages = Pages that rest on it

## Corrections and withdrawals

corrections-page = page { $number } of { $count }
corrections-dek = What was wrong on these pages and has been put right, what was withdrawn, and what those concerned reply. Newest first.
corrections-none = No correction has been made so far.
corrections-lists = Pages of this list
corrections-newer = Newer
corrections-older = Older
withdrawals-title = Withdrawals
withdrawal-page-day = A page was withdrawn on { $date }.
withdrawal-page-date = A page was withdrawn ({ $date }).
withdrawal-statement-day = A statement was withdrawn on { $date }.
withdrawal-statement-date = A statement was withdrawn ({ $date }).
reply-on = On { $page }
withdrawn-title = Page withdrawn
withdrawn-day = A page that stood here was withdrawn on { $date }.
withdrawn-date = A page that stood here was withdrawn ({ $date }).
withdrawn-more = Corrections and withdrawals
moved-title = This page has moved
moved-to = It is now at { $page }.
not-found-title = Page not found
not-found-dek = There is nothing at this address. The page may have moved, or it may have been { $withdrawn }.
not-found-withdrawn = withdrawn

## Data

data-title = Data
data-dek = What these pages say, as tables for other programs.
data-standing = Every statement keeps its speaker, its source and its standing: “alleged” means that nothing has been proven. A legal status holds for its case and its date alone. Whoever uses these tables keeps all of that beside the words.
data-people = People who are not named stand here as on the pages, and nobody may be looked for behind a label. Where { $gathered } is false, nothing about that person is to be gathered; where { $noindex } is true, search engines are to stay away.
data-tables = Tables of data
data-column-table = Table
data-column-holds = What it holds
data-column-files = Files
data-schema = The JSON files keep to this schema:
table-statements = Who said what about whom, on whose report, with what standing, and what follows from it
table-entities = Everything that has a page here, with its dates
table-relations = Who had which role where, what names whom, which statement does what to another
table-standing = The legal status of parties, by case, with its date and source
table-withheld = Who is not named, and why
table-sources = Where it is known from, whom each source retells, and whether it was seen

## What the program writes into pages, feeds and tables

unpublished-person = a person not named here
unpublished-organisation = an organisation not named here
unpublished-place = a place not named here
unpublished-source = a source not published here
unpublished-page = a page not published here
date-not-stated = date not stated
feed-worked-out = The date was worked out by the authors: { $basis }
feed-corrections = { $site }: Corrections
feed-correction = Correction: { $page }
feed-reply = Reply from { $who }: { $page }
field-about = About
field-case = Case
field-court = Court
field-retells = Retells
field-in-facts = In its facts
field-not-same-as = Not the same
field-place = Place
field-publisher = Publisher
field-source = Source
field-split-from = Separated from
field-who = Party
field-within = Part of
field-other = Named
field-statement-source = Source of statements
field-spoke = Spoke
backlink-cited = Cited there
backlink-shown = Shown there
backlink-speaker = Speaker of statements
backlink-about = Subject of statement { $number } ({ $standing })
backlink-related = Related of statement { $number } ({ $standing })
backlink-cited-in = Cited in statement { $number } ({ $standing })
role-judges = Judges
role-prosecutors = Prosecutors
role-defendants = Defendants
role-complainants = Complainants
role-victims = Victims
role-lawyers = Lawyers
role-witnesses = Witnesses
role-experts = Experts
role-officials = Officials
role-observers = Observers
notes-title = Notes
table-label = Table
callout-note = Note
callout-warning = Warning
callout-disputed = Disputed
callout-tip = Tip
callout-important = Important
callout-caution = Caution
callout-short = In short
note-back = Back to text, note { $number }
note-back-again = Back to text, note { $number } ({ $time })
note-label = Note { $number }
cited-label = Source { $number }
source-mark = source
corrections-title-page = Corrections, { $number }

## The short form of a statement: who, what kind, with what standing, on whose report, before what was said

form-within-testimony = testimony
form-within-submission = submission
form-within-ruling = ruling
form-within-act = act
form-within-document = document
form-within-background = background
short-form = { $speaker } ({ $form }, { $standing }): { $words }
short-withdrawn = withdrawn
short-reported = reported by { $sources }
short-alleged = alleged, as reported by { $sources }
short-established = established, according to { $sources }
short-retracted = retracted, as reported by { $sources }
short-reported-no-source = reported, no source given
short-alleged-no-source = alleged, no source given
short-established-no-source = established, no source given
short-retracted-no-source = retracted, no source given

## Search

search-title = Search
search-site = Search this site
search-words = Name or words
search-button = Search
search-offers = Names
search-dek = Names first, then everything that was written and said. Where scripts do not run, the lists below lead on.
search-narrow = Narrow down
search-more = More results
search-lists = All lists
search-all = All pages in one list
search-people = People from A to Z
search-years = Hearings by year
search-cases = Cases
search-kinds = By kind
# $shown is the number as it is written, $count decides the form.
search-found = { $count ->
    [one] { $shown } result
   *[other] { $shown } results
}
search-nothing = Nothing was found for “{ $question }”.
search-failed = The search could not be loaded. Try again, or use the lists below.
search-statement = Statement
search-by-kind = Kind
search-by-case = Case
search-by-role = Role
search-by-year = Year
search-by-language = Language
search-by-status = Standing of statements
all-pages-title = All pages
all-pages-dek = { $count ->
    [one] { $count } page, by kind and by name.
   *[other] { $count } pages, by kind and by name.
}
all-pages-parts = Pages of this list
## Relations

network-title = Relations
network-of = Relations: { $title }
network-in-case = Relations in this case
network-all = All relations
network-more = All { $count } relations
network-dek = Who had which role, what the facts say of whom, and who spoke about whom, each with what it stands on. That one statement speaks of two people relates these two in no way. People about whom nothing is gathered are left out.
network-split = There are more people and things here than one drawing can show. Each case has its own.
network-drawing = Drawing of relations
network-drawing-of-table = The relations of the table as a drawing
network-table = Table of relations
network-caption = The table below as a drawing.
network-lines = What each line stands on is in the table.
network-left-out = { $count ->
    [one] The drawing shows those with most relations; { $count } further one is in the table alone.
   *[other] The drawing shows those with most relations; { $count } further ones are in the table alone.
}
line-recorded = A line: recorded in the facts of a page.
line-established = A thick line: established.
line-reported = A line of dashes: reported.
line-alleged = A line of dots: alleged, unproven.
line-retracted = A line of dashes and dots: retracted.
relation-recorded = Recorded
relation-spoke-about = Spoke about
relation-from = Who
relation-what = Relation
relation-to = With whom or what
relation-standing = Standing
relation-source = Source and date
relation-on = On { $pages }
relation-more = and { $count } more
relation-no-source = no source given
count-relation = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
}

## Map

map-title = Map
map-dek = Places on these pages, as exactly as each may be shown.
map-section = Where it was
map-drawing = The places of the list on a map
map-numbers = The numbers are those of the list. Pins stand as exactly as the list says.
map-circles = A circle shows how far from there the place may be.
map-outlines = Outlines: Natural Earth; borders are drawn as there and settle nothing.
map-more = { $count } places in all; the first stand here.
degrees-north = { $degrees }° N
degrees-south = { $degrees }° S
degrees-east = { $degrees }° E
degrees-west = { $degrees }° W

## Timelines of cases and people

timeline-of = Timeline: { $title }
timeline-whole = The whole timeline
timeline-by-case = Timelines of the cases

## Lists over several pages

page-number = { $title }, { $number }
page-part = { $title }: { $part }
paging-label = Pages of this list
paging-before = Page before
paging-after = Next page
paging-here = Page { $number } of { $count }
rest-all = All { $count }
rest-first = The first stand here.
rest-total = { $count } in all
rest-all-related = All { $count } relations of statement { $number }
rest-all-origins = All { $count } origins of statement { $number }
rest-more = { $count } more
rest-of-statement = { $list }, statement { $number }
rest-about-statement = About { $statement }.
list-said-by = Statements by them
list-said-about = Statements about this
list-hearings = Hearings
list-reported = Statements that rest on it
list-happened = What happened here
list-parties = Parties and their standing
list-participants = Who took part
list-said = Who said what
list-disagreements = Statements that contradict each other
list-denials = Denied statements
list-named = Named in this dossier
list-aliases = Other names and spellings
list-corrections = Corrections
list-replies = Replies
list-named-on = Pages that name this
list-related = Related statements
list-origins = Origins

## Texts that go over several pages

text-part-title = { $title }, part { $number }
text-parts = Parts of this text
text-contents = In all parts
text-part-here = Part { $number } of { $count }
text-part-before = Part before
text-part-after = Next part
text-part = Part { $number }

## What changed

changes-title = What changed
changes-all = All changes
changes-dek = What was published, updated, corrected and withdrawn here, newest first. What was wrong, and what stands there now, is told under { $corrections }.
changes-corrections = Corrections
changes-none = Nothing has changed so far.
change-published = Published
change-updated = Updated
change-corrected = Corrected
change-replied = Reply
change-withdrawn = Withdrawn
change-part = What it says
change-of-page = A page
change-of-statement = A statement

## How to name a page

cite-title = Cite this page

internal import Grammar

/// Words of other frameworks and formats, and what they are called here.
enum OtherWords {
  /// The keys that mean what a word means elsewhere, the likeliest first.
  static func keys(meaning word: String, among candidates: [Key]) -> [Key] {
    (keys[plain(word)] ?? []).filter(candidates.contains)
  }

  /// The choice that means what a word means elsewhere.
  static func choice(meaning word: String, among candidates: [String]) -> String? {
    (choices[plain(word)] ?? []).first(where: candidates.contains)
  }

  /// A word without the marks that formats write between its parts: "human_code", "humanCode" and "Human code" are one.
  private static func plain(_ word: String) -> String {
    String(word.lowercased().filter { !" _-.@:".contains($0) })
  }

  private static let keys: [String: [Key]] = {
    var keys: [String: [Key]] = [:]
    for (meant, words) in wordsOfKeys {
      for word in words.split(separator: " ") { keys[String(word), default: []].append(meant) }
    }
    return keys
  }()

  /// The words beside each key, as other formats write them. The likelier of two keys with one word stands first.
  private static let wordsOfKeys: [(Key, String)] = [
    (.title, "name label heading caption fulltitle displayname preflabel"),
    (.term, "name title label word heading"),
    (
      .text,
      "statement description fullstatement body content wording competency outcome title summary name "
        + "label behaviour behavior indicator criterion"
    ),
    (.definition, "description meaning text explanation means"),
    (.duty, "text description obligation entitlement requirement"),
    (.summary, "description about abstract overview intro introduction purpose text scopenote"),
    (.notes, "comment comments remark remarks note annotation guidance"),
    (.id, "code identifier key ref number no nr uri humancode humancodingscheme slug"),
    (.edition, "version release revision"),
    (.language, "lang locale inlanguage"),
    (.licence, "license rights copyright terms"),
    (.publisher, "author organisation organization creator owner body issuer"),
    (.base, "url uri address website homepage baseurl"),
    (.address, "url uri link href website"),
    (.issued, "date published publicationdate datepublished issuedate created"),
    (.inForce, "validfrom effective effectivefrom effectivedate startdate start from commencement"),
    (.supersedes, "replaces previous previousversion"),
    (.supersededBy, "replacedby successor"),
    (.replacedBy, "supersededby successor"),
    (.kind, "type category class competencytype itemtype element"),
    (.type, "kind format datatype inputtype control widget"),
    (
      .tags,
      "keywords keyword topics topic subjects subject category categories themes theme labels"
    ),
    (.phase, "stage year period level term yeargroup educationlevel timeframe deadline due when"),
    (.levels, "level proficiency proficiencylevels proficiencylevel grade grades rubric scale"),
    (.level, "proficiency grade rank step stage"),
    (.phases, "stages years periods timeline levels"),
    (.months, "duration length"),
    (.month, "due date at when deadline after"),
    (.after, "prerequisites prerequisite requires dependson precededby prior"),
    (.reliesOn, "requires dependson needs knowledge underpinnedby uses related"),
    (.buildsOn, "extends basedon continues"),
    (.sources, "references reference citations citation source evidencebase refs"),
    (.facts, "findings points claims quotes"),
    (.evidence, "assessment assessments proof assessmentmethod evidences evidencetypes"),
    (.examples, "example illustrations"),
    (.aligns, "alignment alignments mapping mappings maps mapsto exactmatch"),
    (
      .outcomes, "competencies competences goals standards objectives units elements children items"
    ),
    (
      .statements,
      "skills criteria competencies indicators behaviours items children descriptors elements"
    ),
    (.kinds, "types categories itemtypes"),
    (.roles, "role audience audiences people users jobroles"),
    (.specialism, "pathway track branch specialty speciality"),
    (.specialisms, "pathways tracks branches specialties specialities"),
    (.attends, "participants attendees who people roles"),
    (.owner, "responsible responsibility who owedby accountable"),
    (.ready, "preparation prepare inputs before"),
    (.results, "outcomes decisions outputs"),
    (.fields, "questions items columns properties inputs sections"),
    (.choices, "options values enum answers"),
    (.name, "id key field label"),
    (.required, "mandatory compulsory"),
    (.completedBy, "author filledinby signedby by"),
    (.glossary, "terms definitions entries"),
    (.also, "synonyms synonym aliases alias altlabel variants"),
    (.abbreviation, "acronym abbr short shortname"),
    (.date, "when day issued"),
    (.because, "reason why rationale"),
    (.instead, "use replacement better"),
    (.status, "state lifecycle adoptionstatus"),
    (.changes, "changelog releases"),
    (.history, "events"),
    (.colour, "color"),
    (.colourDark, "colordark darkcolor"),
    (.stem, "prefix leadin opening"),
    (.progression, "progress later"),
    (.measure, "indicator metric kpi"),
    (.accessed, "retrieved read accessdate"),
  ]

  private static let choices: [String: [String]] = {
    var choices: [String: [String]] = [:]
    for (meant, words) in wordsOfChoices {
      for word in words.split(separator: " ") { choices[String(word), default: []].append(meant) }
    }
    return choices
  }()

  /// The words beside each choice, as other formats write them.
  private static let wordsOfChoices: [(String, String)] = [
    ("draft", "new proposed wip inprogress unfinished provisional private"),
    ("consultation", "review underreview comment discussion"),
    ("pilot", "trial test testing beta"),
    ("published", "final live active current approved adopted inforce public implemented"),
    ("superseded", "replaced outdated old"),
    ("withdrawn", "archived retired deprecated obsolete deleted removed inactive cancelled"),
    ("mandatory", "required compulsory obligatory core must yes"),
    ("offered", "recommended should entitled entitlement"),
    ("optional", "elective voluntary choice may additional no"),
    ("exact", "same equal equals equivalent identical exactmatch"),
    ("narrower", "partof part narrow narrowmatch ischildof"),
    ("broader", "includes contains broad broadmatch isparentof"),
    ("related", "similar close partial closematch relatedmatch"),
    ("text", "string textarea freetext longtext paragraph memo shorttext"),
    ("date", "day datetime calendar"),
    ("choice", "select dropdown radio enum option options multiplechoice"),
    ("yes-no", "boolean bool checkbox yesno tick"),
    ("rating", "scale likert score grade level"),
    ("statements", "competencies skills outcomes criteria"),
    ("person", "user people name staff"),
    ("signature", "sign signed signoff"),
    ("research", "study paper article evidence report review book journal"),
    ("law", "act legislation statute regulation regulations statutory statutoryinstrument case"),
    ("guidance", "guide advice guidelines guideline handbook manual statutoryguidance"),
    ("policy", "strategy whitepaper plan"),
    ("standards", "framework code professionalstandards curriculum"),
    ("news", "press media newspaper"),
    ("lived-experience", "testimony experience voices interview"),
    ("off", "ignore none hide disable disabled silent no"),
    ("warning", "info notice hint on yes"),
    ("error", "fail failure fatal strict"),
    ("all", "every everything yes"),
    ("none", "nothing no"),
  ]
}

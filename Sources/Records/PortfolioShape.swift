internal import Model

extension RecordShapes {
  /// The shape of a portfolio, which ties a person's records, evidence and progress to the statements.
  package var portfolio: DocumentObject {
    let roleField = DocumentField(
      "role", words.role.title, .choice(roles), "The \(words.role.one) in which the person works.")
    let chosenField = DocumentField(
      "chosen", "Chosen", .list(.choice(options), atLeast: 1),
      "What the person has taken up of that which is not for everybody.")
    return DocumentObject(
      name: "portfolio", title: "Portfolio",
      documentation:
        "What one person has gathered and shown so far: evidence, progress, \(words.review.many) and \(words.record.many).",
      fields: frame + (roles.isEmpty ? [] : [roleField]) + [
        DocumentField(
          "started", "Started", .date, required: true,
          "The day on which the person began. All \(words.review.many) are counted from it."),
        DocumentField(
          "percent", "Part of full time", .number(10...100),
          "How much of full time the person works, in percent. Times get longer as it gets smaller; 100 is assumed."
        ),
      ] + (options.isEmpty ? [] : [chosenField]) + lists)
  }

  private var lists: [DocumentField] {
    let reviewsField = DocumentField(
      "reviews", words.review.titleMany, .list(.object(heldReview), atLeast: 0),
      "The \(words.review.many) that were held.")
    let recordsField = DocumentField(
      "records", words.record.titleMany,
      .list(.oneOf(contents.forms.refs.map(entry)), atLeast: 0),
      "The \(words.record.many) that were completed. They can also be kept in files of their own.")
    return [
      DocumentField(
        "pauses", "Pauses", .list(.object(pause), atLeast: 0),
        "Times away from work, by which everything moves. Give no reason."),
      DocumentField(
        "evidence", "Evidence", .list(.object(evidence), atLeast: 0),
        "Pieces of evidence. One piece often shows several \(words.statement.many)."),
      DocumentField(
        "progress", "Progress", .list(.object(progress), atLeast: 0),
        "How far the person has come with single \(words.statement.many). What is not named is open."
      ),
    ] + (reviews.isEmpty ? [] : [reviewsField])
      + (contents.forms.isEmpty ? [] : [recordsField])
  }

  /// The phases that are not mandatory, and the specialisms.
  private var options: [DocumentChoice] {
    contents.phases.elements.filter { $0.requirement != .mandatory }
      .map { DocumentChoice($0.id, $0.title, text($0.summary)) }
      + choices(contents.specialisms, \.id, \.title, \.summary)
  }

  private var pause: DocumentObject {
    DocumentObject(
      name: "pause", title: "Pause", documentation: "A time away from work. No reason is kept.",
      fields: [
        DocumentField("from", "From", .date, required: true, "The first day away."),
        DocumentField("to", "To", .date, "The last day away; none while it goes on."),
      ])
  }

  private var evidence: DocumentObject {
    let typeField = DocumentField(
      "type", words.evidence.title, .choice(evidenceTypes), required: true, "What sort it is.")
    let roleField = DocumentField(
      "role", words.role.title, .choice(roles),
      "The \(words.role.one) of who completed or observed it.")
    let head = [
      DocumentField(
        "id", "Code", .identifier, required: true,
        "A code of its own in this portfolio, such as E1.")
    ]
    let rest = [
      DocumentField("date", "Date", .date, required: true, "The day it is from."),
      DocumentField(
        "statements", words.statement.titleMany, .list(.statement, atLeast: 1), required: true,
        "What it shows."),
      DocumentField(
        "by", "By", .identifier,
        "The number or code of who completed or observed it; not a name."),
    ]
    let tail = [
      DocumentField(
        "alternative", "Another way", .flag,
        "Whether it is the other way of showing it that is offered as an adjustment. Give no reason."
      ),
      DocumentField(
        "reference", "Reference", .line(limit: DocumentLimit.line),
        "Where it is filed. " + anonymityRule),
    ]
    return DocumentObject(
      name: "evidence", title: "Piece of evidence",
      documentation: "Something that shows what the person knows or can do.",
      fields: head + (evidenceTypes.isEmpty ? [] : [typeField]) + rest
        + (roles.isEmpty ? [] : [roleField]) + tail)
  }

  private var progress: DocumentObject {
    let levelField = DocumentField(
      "level", words.level.title, .choice(levels), "The \(words.level.one) at which it was shown.")
    let states = [
      DocumentChoice("under-way", "Under way", "Work on it has begun."),
      DocumentChoice("shown", "Shown", "Those concerned agree that the evidence shows it."),
    ]
    return DocumentObject(
      name: "progress", title: "Step of progress",
      documentation: "How far the person has come with one \(words.statement.one).",
      fields: [
        DocumentField(
          "statement", words.statement.title, .statement, required: true, "Which one."),
        DocumentField("state", "State", .choice(states), required: true, "How far it has come."),
        DocumentField("date", "Date", .date, required: true, "The day it was agreed."),
      ] + (levels.isEmpty ? [] : [levelField]))
  }

  private var heldReview: DocumentObject {
    let resultField = DocumentField(
      "result", "Result", .choice(results), "What it came to.")
    return DocumentObject(
      name: "review", title: words.review.title,
      documentation: "\(words.review.titleWithArticle) that was held.",
      fields: [
        DocumentField("review", words.review.title, .choice(reviews), required: true, "Which one."),
        DocumentField("date", "Date", .date, required: true, "The day it was held."),
      ] + (results.isEmpty ? [] : [resultField]))
  }
}

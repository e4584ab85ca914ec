/// A level at which a statement can be met.
@usableFromInline
package struct Level: Sendable {
  package var id: String
  package var title: String
  package var summary: Markdown?

  package init(id: String, title: String, summary: Markdown?) {
    self.id = id
    self.title = title
    self.summary = summary
  }
}

/// A result that a review can come to.
package struct ReviewResult: Sendable {
  package var id: String
  package var title: String
  package var summary: Markdown?

  package init(id: String, title: String, summary: Markdown?) {
    self.id = id
    self.title = title
    self.summary = summary
  }
}

/// One thing that the employer owes.
package struct Duty: Sendable {
  package var id: String
  package var title: String
  package var text: Markdown
  package var owner: Ref<Role>?
  package var measure: Markdown?
  /// The phases in which it is owed; all if empty.
  package var phases: [Ref<Phase>] = []
  package var from: CalendarDate?
  /// The points on which sources disagree.
  package var differs: Markdown?
  package var citations: [Citation] = []

  package init(id: String, title: String, text: Markdown) {
    self.id = id
    self.title = title
    self.text = text
  }
}

/// A point at which progress is looked at.
package struct Review: Sendable {
  package var id: String
  package var title: String
  /// Counted from the start.
  package var month: Int
  package var summary: Markdown?
  package var attends: [Ref<Role>] = []
  package var covers: [Subject] = []
  package var ready: [Markdown] = []
  package var forms: [Ref<Form>] = []
  package var results: [Ref<ReviewResult>] = []
  package var citations: [Citation] = []

  package init(id: String, title: String, month: Int) {
    self.id = id
    self.title = title
    self.month = month
  }
}

/// A record that people fill in.
package struct Form: Sendable {
  package var id: String
  package var title: String
  package var summary: Markdown?
  package var completedBy: Ref<Role>?
  package var reviews: [Ref<Review>] = []
  package var fields: [FormField] = []
  package var citations: [Citation] = []

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// One thing to fill in.
package struct FormField: Sendable {
  package var name: String
  package var title: String
  package var type: FormFieldType
  package var isRequired: Bool
  /// The choices, for a choice or a rating.
  package var choices: [String]
  package var role: Ref<Role>?
  package var summary: Markdown?

  package init(
    name: String, title: String, type: FormFieldType, isRequired: Bool, choices: [String],
    role: Ref<Role>?, summary: Markdown?
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.isRequired = isRequired
    self.choices = choices
    self.role = role
    self.summary = summary
  }
}

/// The type of what is filled in.
package enum FormFieldType: String, CaseIterable, Sendable {
  case text, date, choice
  case yesNo = "yes-no"
  case rating, statements, person, signature
}

/// Another framework that statements are aligned to.
package struct Crosswalk: Sendable {
  package var id: String
  package var title: String
  package var publisher: String
  package var version: String
  package var address: String?
  /// A BCP 47 tag, if its title is not in the framework's language.
  package var language: String?
  package var summary: Markdown?
  package var items: [CrosswalkItem] = []
  package var citations: [Citation] = []

  package init(id: String, title: String, publisher: String, version: String) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.version = version
  }
}

/// A part of another framework, by its own code.
package struct CrosswalkItem: Sendable {
  package let code: String
  package let title: String
  /// Why no statement covers it, if none is to.
  package let declined: Markdown?

  package init(code: String, title: String, declined: Markdown?) {
    self.code = code
    self.title = title
    self.declined = declined
  }
}

/// One thing that is new in an edition.
package struct Change: Sendable {
  package let edition: Edition
  package let date: CalendarDate?
  package let text: Markdown

  package init(edition: Edition, date: CalendarDate?, text: Markdown) {
    self.edition = edition
    self.date = date
    self.text = text
  }
}

/// Something in a framework's history.
package struct Event: Sendable {
  package let date: CalendarDate?
  package let title: String
  package let text: Markdown
  package let citations: [Citation]

  package init(date: CalendarDate?, title: String, text: Markdown, citations: [Citation]) {
    self.date = date
    self.title = title
    self.text = text
    self.citations = citations
  }
}

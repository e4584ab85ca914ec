/// Words and phrases of English, and what says the same more plainly in nearly every sentence.
///
/// Short on purpose: only words that can be replaced as they stand, as lists of plain English agree (among others, the
/// Plain English Campaign's A to Z and GOV.UK's style guide).
let plainerWords: [(word: String, instead: String)] = [
  ("utilise", "use"), ("utilises", "uses"), ("utilised", "used"), ("utilising", "using"),
  ("utilisation", "use"), ("utilize", "use"), ("utilizes", "uses"), ("utilized", "used"),
  ("utilizing", "using"), ("utilization", "use"),
  ("leverages", "uses"), ("leveraged", "used"), ("leveraging", "using"),
  ("commence", "start"), ("commences", "starts"), ("commenced", "started"),
  ("commencing", "starting"),
  ("prior to", "before"), ("subsequent to", "after"), ("in order to", "to"), ("so as to", "to"),
  ("with regard to", "about"), ("with regards to", "about"), ("in regard to", "about"),
  ("in relation to the fact that", "because"), ("due to the fact that", "because"),
  ("owing to the fact that", "because"), ("in light of the fact that", "because"),
  ("despite the fact that", "although"), ("in spite of the fact that", "although"),
  ("at this point in time", "now"), ("at the present time", "now"), ("in the event that", "if"),
  ("in the near future", "soon"), ("on a daily basis", "every day"),
  ("on a weekly basis", "every week"), ("on a monthly basis", "every month"),
  ("on a regular basis", "regularly"), ("in excess of", "more than"),
  ("a large number of", "many"), ("the majority of", "most"), ("in conjunction with", "with"),
  ("with the exception of", "except"), ("for the duration of", "during"),
  ("is able to", "can"), ("are able to", "can"), ("has the ability to", "can"),
  ("have the ability to", "can"), ("whilst", "while"), ("amongst", "among"),
]

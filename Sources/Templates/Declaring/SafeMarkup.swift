/// A piece of the output language that is already safe, such as Markdown rendered to HTML, among
/// the values of a page.
///
/// A type of its own, so that plain text cannot be put in its place by accident;
/// `PageValues.markup` makes it.
@usableFromInline
package struct SafeMarkup {
  let slot: Slot

  init(_ slot: Slot) { self.slot = slot }
}

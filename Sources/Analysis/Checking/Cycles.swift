/// The groups of nodes of which each can reach every other of its group, those of one node only if it leads to itself.
///
/// Each group in ascending order, and the groups by their first node. Tarjan's algorithm without recursion, since a chain of prerequisites can be
/// as long as the framework.
func cyclicGroups(of graph: [[Int]]) -> [[Int]] {
  var search = ComponentSearch(graph: graph)
  for node in graph.indices where search.order[node] == nil { search.visit(from: node) }
  return search.groups.sorted { $0[0] < $1[0] }
}

/// The state of one run of Tarjan's algorithm.
private struct ComponentSearch {
  let graph: [[Int]]
  var order: [Int?]
  var groups: [[Int]] = []
  private var low: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var count = 0

  init(graph: [[Int]]) {
    self.graph = graph
    order = Array(repeating: nil, count: graph.count)
    low = Array(repeating: 0, count: graph.count)
    isOpen = Array(repeating: false, count: graph.count)
  }

  mutating func visit(from root: Int) {
    var path: [(node: Int, next: Int)] = []
    enter(root, &path)
    while let (node, next) = path.last {
      if next < graph[node].count {
        path[path.count - 1].next += 1
        let target = graph[node][next]
        if let seen = order[target] {
          if isOpen[target] { low[node] = min(low[node], seen) }
        } else {
          enter(target, &path)
        }
      } else {
        path.removeLast()
        if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
        if low[node] == order[node] { close(node) }
      }
    }
  }

  private mutating func enter(_ node: Int, _ path: inout [(node: Int, next: Int)]) {
    order[node] = count
    low[node] = count
    count += 1
    open.append(node)
    isOpen[node] = true
    path.append((node, 0))
  }

  private mutating func close(_ node: Int) {
    var group: [Int] = []
    while let member = open.popLast() {
      isOpen[member] = false
      group.append(member)
      if member == node { break }
    }
    if group.count > 1 || graph[node].contains(node) { groups.append(group.sorted()) }
  }
}

/// The nodes of the shortest way from a node back to itself inside a group that has one, beginning with that node.
func shortestLoop(through start: Int, within group: Set<Int>, of graph: [[Int]]) -> [Int] {
  var cameFrom: [Int: Int] = [:]
  var queue = [start]
  var next = 0
  while next < queue.count {
    let node = queue[next]
    next += 1
    for target in graph[node] where group.contains(target) {
      if target == start {
        var loop = [node]
        while let before = cameFrom[loop[loop.count - 1]] { loop.append(before) }
        return loop.reversed()
      }
      if cameFrom[target] == nil {
        cameFrom[target] = node
        queue.append(target)
      }
    }
  }
  return [start]
}

package org.rats4j.corim.appraisal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cycles of a directed graph: two nodes are on one if each leads to the other. Without
 * recursion, since whoever writes a CoRIM decides how long a path is.
 *
 * @param <T> the type of the nodes
 */
final class Cycles<T> {
  private final Map<T, List<T>> edges = new LinkedHashMap<>();
  private final Map<T, Node<T>> nodes = new HashMap<>();
  private final Deque<Node<T>> open = new ArrayDeque<>();
  private int next;

  /** A node that was visited. */
  private static final class Node<T> {
    private final int index;
    private final Iterator<T> rest;
    private int low;
    private boolean isOpen = true;

    Node(int index, Iterator<T> rest) {
      this.index = index;
      this.rest = rest;
      low = index;
    }
  }

  void add(T from, T to) {
    edges.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
  }

  /** Finds the cycles; to be called once, after all edges were added. */
  void find() {
    for (T start : edges.keySet()) {
      if (!nodes.containsKey(start)) {
        visit(start);
      }
    }
  }

  private void visit(T start) {
    Deque<Node<T>> path = new ArrayDeque<>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      Node<T> node = path.element();
      if (node.rest.hasNext()) {
        T target = node.rest.next();
        Node<T> known = nodes.get(target);
        if (known == null) {
          path.push(enter(target));
        } else if (known.isOpen) {
          node.low = Math.min(node.low, known.index);
        }
      } else {
        path.pop();
        leave(node, path.peek());
      }
    }
  }

  private Node<T> enter(T value) {
    Node<T> node = new Node<>(next++, edges.getOrDefault(value, List.of()).iterator());
    nodes.put(value, node);
    open.push(node);
    return node;
  }

  private void leave(Node<T> node, @Nullable Node<T> parent) {
    if (parent != null) {
      parent.low = Math.min(parent.low, node.low);
    }
    if (node.low == node.index) {
      Node<T> last;
      do {
        last = open.pop();
        last.low = node.low;
        last.isOpen = false;
      } while (last != node);
    }
  }

  /** Returns whether the edge between the two, which was added, is on a cycle. */
  boolean isOnCycle(T from, T to) {
    Node<T> one = nodes.get(from);
    Node<T> other = nodes.get(to);
    return one != null && other != null && one.low == other.low;
  }
}

package org.rats4j.core.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.rats4j.core.Bytes;

/** Where a reader stands in its input, and the arrays and maps that it has open. */
final class Cursor {
  /** A saved frame: items left with all items, start of the key read last with flags. */
  private static final int FRAME = 2;

  private static final int FIRST_FRAMES = 8 * FRAME;

  private static final int MAP = 1;
  private static final int INDEFINITE = 2;
  private static final int ROOT = 4;
  private static final int NO_KEY = -1;

  /** How much of a key a path shows; whole keys would make it as long as the input. */
  private static final int KEY_SHOWN = 256;

  final Input input;
  final byte[] buf;
  private final String root;

  /** The offset of the next head. */
  int pos;

  private long[] frames;
  private int depth;

  // The innermost open container. The input as a whole counts as an array of one item.
  private int left = 1;
  private int all = 1;
  private int keyAt = NO_KEY;
  private int flags = ROOT;

  /** The offset behind the tag read last: if it is {@link #pos}, what it stands on comes next. */
  private int behindTag = -1;

  Cursor(Input input, String root) {
    this(input, root, new long[FIRST_FRAMES]);
  }

  private Cursor(Input input, String root, long[] frames) {
    this.frames = frames;
    this.input = input;
    this.buf = input.buf;
    this.root = root;
    this.pos = input.start;
  }

  Cursor copy() {
    Cursor copy = new Cursor(input, root, Arrays.copyOf(frames, depth * FRAME));
    copy.pos = pos;
    copy.depth = depth;
    copy.left = left;
    copy.all = all;
    copy.keyAt = keyAt;
    copy.flags = flags;
    copy.behindTag = behindTag;
    return copy;
  }

  boolean hasNext() {
    return left > 0;
  }

  int depth() {
    return depth;
  }

  /** Returns the first byte of the next item, which need not be taken. */
  byte peek() {
    if (left == 0) {
      throw new IllegalStateException("no item is left");
    }
    return buf[pos];
  }

  /** Takes the next item, of which {@link #pos} is the head, and returns its first byte. */
  byte take() {
    if (left == 0) {
      throw new IllegalStateException("no item is left");
    }
    if ((flags & ~left & MAP) != 0) {
      keyAt = pos;
    }
    left--;
    return buf[pos];
  }

  /** Takes the tag at {@link #pos}, but not the item that it stands on. */
  long takeTag() {
    if ((flags & ~left & MAP) != 0) {
      keyAt = pos;
    }
    long number = Head.argument(buf, pos);
    pos += Head.length(buf[pos]);
    behindTag = pos;
    return number;
  }

  /** Takes the argument of the head at {@link #pos}. */
  long takeArgument() {
    int at = pos;
    int info = Head.info(buf[at]);
    if (info < 24) {
      pos = at + 1;
      return info;
    }
    pos = at + Head.length(buf[at]);
    return Head.longArgument(buf, at, info);
  }

  /** Takes the content of the byte string at {@link #pos}. */
  Bytes takeBytes() {
    int at = pos;
    if (Head.isIndefinite(buf[at])) {
      pos = input.behind(at);
      return input.bytes(at);
    }
    int length = (int) takeArgument();
    int from = pos;
    pos = from + length;
    return input.slice(from, length);
  }

  /** Takes the content of the text string at {@link #pos}. */
  String takeText() {
    int at = pos;
    if (Head.isIndefinite(buf[at])) {
      pos = input.behind(at);
      return input.text(at);
    }
    int length = (int) takeArgument();
    int from = pos;
    pos = from + length;
    return new String(buf, from, length, StandardCharsets.UTF_8);
  }

  /** Enters the container at {@link #pos}, which was taken, and returns how many items it has. */
  int enter() {
    byte initial = buf[pos];
    boolean map = Head.major(initial) == Head.MAP;
    boolean indefinite = Head.isIndefinite(initial);
    int items;
    if (indefinite) {
      items = input.items(pos);
      pos++;
    } else {
      items = (int) takeArgument() << (map ? 1 : 0);
    }
    int at = depth * FRAME;
    if (at == frames.length) {
      frames = Arrays.copyOf(frames, Math.max(FIRST_FRAMES, 2 * at));
    }
    frames[at] = (long) left << 32 | all;
    frames[at + 1] = (long) keyAt << 32 | flags;
    depth++;
    left = items;
    all = items;
    keyAt = NO_KEY;
    flags = (map ? MAP : 0) | (indefinite ? INDEFINITE : 0);
    return items;
  }

  /** Returns whether all items were read of the container, which has to be of {@code major}. */
  boolean isAtEnd(int major) {
    int kind = major == Head.MAP ? MAP : 0;
    if ((flags & (MAP | ROOT)) != kind) {
      throw new IllegalStateException("no such container is open");
    }
    return !hasNext();
  }

  /** Leaves the innermost container, of which all items were read. */
  void leave() {
    if ((flags & INDEFINITE) != 0) {
      pos++;
    }
    leaveFrame();
  }

  private void leaveFrame() {
    depth--;
    int at = depth * FRAME;
    left = (int) (frames[at] >> 32);
    all = (int) frames[at];
    keyAt = (int) (frames[at + 1] >> 32);
    flags = (int) frames[at + 1];
  }

  /** Makes the innermost container the item that {@link #path} names. */
  void forgetItem() {
    keyAt = NO_KEY;
    all = left;
  }

  String path() {
    StringBuilder path = new StringBuilder(root);
    for (int i = 1; i < depth; i++) {
      int at = i * FRAME;
      int taken = (int) frames[at] - (int) (frames[at] >> 32);
      appendStep(path, taken, (int) (frames[at + 1] >> 32), (int) frames[at + 1]);
    }
    if (depth > 0) {
      appendStep(path, all - left + (behindTag == pos ? 1 : 0), keyAt, flags);
    }
    return path.toString();
  }

  private void appendStep(StringBuilder path, int taken, int keyAt, int flags) {
    if ((flags & MAP) == 0) {
      if (taken > 0) {
        separate(path).append(taken - 1);
      }
    } else if (keyAt != NO_KEY) {
      separate(path).append(step(keyAt));
    }
  }

  /** Behind a root of nothing or of a slash, the first step needs none of its own. */
  private static StringBuilder separate(StringBuilder path) {
    boolean bare = path.isEmpty() || path.length() == 1 && path.charAt(0) == '/';
    return bare ? path : path.append('/');
  }

  /** Returns the key at {@code at} as a step of a path. */
  private String step(int at) {
    String key;
    if (Head.major(buf[at]) == Head.TEXT) {
      key = input.text(at, KEY_SHOWN + 1);
    } else {
      key = Diagnostic.print(new ItemReader(input).read(at));
    }
    if (key.length() > KEY_SHOWN) {
      key = key.substring(0, KEY_SHOWN) + "...";
    }
    return key.replace("~", "~0").replace("/", "~1");
  }
}

package org.rats4j.corim.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.ExtensionKey;
import org.rats4j.corim.ExtensionPlace;
import org.rats4j.corim.RawEntries;

/** A CoRIM, or a tag in one, that is being read, with what all of its maps have in common. */
public final class Source extends ItemSource {
  /** A key that is no number of 32 bits. */
  private static final int FAR = Integer.MIN_VALUE;

  private Label label = Label.of(0);

  /** What the open maps have beyond their types, the innermost last; few have anything. */
  private final List<RawEntries.@Nullable Builder> unknown = new ArrayList<>();

  private Source(CborReader in, String root, Document document) {
    super(in, root, document);
  }

  /** Reads a value. */
  @FunctionalInterface
  public interface Codec<T> {
    /**
     * Reads a value.
     *
     * @throws DecodingException if {@code in} does not stand at one
     */
    T read(Source in) throws DecodingException;
  }

  /**
   * Opens one item, with no profile.
   *
   * @throws DecodingException if {@code cbor} is not exactly one item, or of indefinite length
   *     where the options of {@code findings} do not allow that
   */
  public static Source open(Bytes cbor, String root, Findings findings) throws DecodingException {
    return open(cbor, root, CorimProfiles.NONE, findings);
  }

  /**
   * Opens one item.
   *
   * @throws DecodingException if {@code cbor} is not exactly one item, or of indefinite length
   *     where the options of {@code findings} do not allow that
   */
  public static Source open(Bytes cbor, String root, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    return open(cbor, root, new Document(profiles, findings));
  }

  /** Opens one small item, of which nothing is kept that others would share. */
  static Source openPart(Bytes cbor, String root, Findings findings) throws DecodingException {
    return open(cbor, root, new Document(CorimProfiles.NONE, findings, false));
  }

  /**
   * Opens the item in a byte string that was read last.
   *
   * @throws DecodingException as {@link #open(Bytes, String, Findings)}
   */
  public Source embedded(Bytes content) throws DecodingException {
    return embedded(content, path());
  }

  /** Returns a source of the item at which {@code in} stands. */
  public static Source of(CborReader in) {
    return new Source(in, in.path(), new Document(CorimProfiles.NONE, in.findings()));
  }

  /**
   * Opens the item in a byte string whose path is known.
   *
   * @throws DecodingException as {@link #open(Bytes, String, Findings)}
   */
  public Source embedded(Bytes content, String path) throws DecodingException {
    return open(content, path, document);
  }

  private static Source open(Bytes cbor, String root, Document document) throws DecodingException {
    return new Source(document.open(cbor, root), root, document);
  }

  /** Returns a source of the same item that stands where this one does. */
  public Source fork() {
    return new Source(in.fork(), root, document);
  }

  /** Enters a map that has at least one entry. */
  public void startMap(String name) throws DecodingException {
    if (in.startMap() == 0) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, CorimCodes.EMPTY, name + " is empty");
    }
    unknown.add(null);
  }

  /** Enters a map that may be empty and returns how many entries it has. */
  public int startAnyMap() throws DecodingException {
    int entries = in.startMap();
    unknown.add(null);
    return entries;
  }

  /** Returns whether the map or array has items left. */
  public boolean hasNext() {
    return in.hasNext();
  }

  /**
   * Reads a key.
   *
   * @return the key, or one that is in no registry if it is beyond 32 bits
   * @throws DecodingException if it is no integer
   */
  public int key() throws DecodingException {
    label = in.readLabel();
    if (label instanceof Label.OfText) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, CorimCodes.TEXT_KEY, "key is no integer");
    }
    Label.OfInteger number = (Label.OfInteger) label;
    if (!number.fitsLong()) {
      return FAR;
    }
    long value = number.longValue();
    return value == (int) value ? (int) value : FAR;
  }

  /** Keeps the entry whose key was read last, in a map that is open for extensions. */
  public void openMapEntry(ExtensionPlace place) {
    Optional<ExtensionKey<?>> key = document.profile().flatMap(known -> known.key(place, label));
    if (key.isPresent()) {
      checkType(key.get());
      keepEntry();
      return;
    }
    keepEntry();
    warn(CorimCodes.UNKNOWN_KEY, "unknown key " + label + " in " + place.mapName());
  }

  private void checkType(ExtensionKey<?> key) {
    try {
      key.codec().readCbor(in.fork());
    } catch (DecodingException e) {
      warn(CorimCodes.PROFILE_VALUE_TYPE, key.name() + " is not of its type: " + e.detail());
    }
  }

  private void keepEntry() {
    int innermost = unknown.size() - 1;
    RawEntries.Builder entries = unknown.get(innermost);
    if (entries == null) {
      entries = RawEntries.builder();
      unknown.set(innermost, entries);
    }
    entries.put(label, in.readItem());
  }

  /** Keeps the entry whose key was read last, in a map that is closed, if that is allowed. */
  public void closedMapEntry(String name) throws DecodingException {
    deviation(
        CorimLeniencies.UNKNOWN_KEY_IN_CLOSED_MAP,
        Reason.UNEXPECTED_STRUCTURE,
        "unknown key " + label + " in " + name);
    keepEntry();
  }

  /** Leaves the map and returns what of it was kept. */
  public RawEntries endMap() throws DecodingException {
    in.endMap();
    RawEntries.Builder entries = unknown.remove(unknown.size() - 1);
    return entries == null ? RawEntries.EMPTY : entries.build();
  }

  /** Returns what was read under {@code key} of the map that is open. */
  public <T> T required(@Nullable T value, int key, String name) throws DecodingException {
    if (value == null) {
      throw missing(key, name);
    }
    return value;
  }

  /**
   * Returns an exception for a key that the open map, of which an entry was read, does not have.
   */
  public DecodingException missing(int key, String name) {
    String entry = path();
    return DecodingException.of(
        Reason.UNEXPECTED_STRUCTURE,
        CorimCodes.MISSING_KEY,
        entry.substring(0, entry.lastIndexOf('/')),
        name + " has no key " + key);
  }

  /** Reads an array of at least one element. */
  public <T> List<T> list(String name, Codec<? extends T> element) throws DecodingException {
    List<T> list = anyList(element);
    if (list.isEmpty()) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, CorimCodes.EMPTY, "list of " + name + " is empty");
    }
    return list;
  }

  /** Reads an array. */
  public <T> List<T> anyList(Codec<? extends T> element) throws DecodingException {
    int size = in.startArray();
    if (size == 1) {
      T only = element.read(this);
      in.endArray();
      return List.of(only);
    }
    List<T> list = new ArrayList<>(Math.min(size, 16));
    while (in.hasNext()) {
      list.add(element.read(this));
    }
    in.endArray();
    return List.copyOf(list);
  }
}

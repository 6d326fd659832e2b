package org.rats4j.ear;

import java.util.List;
import java.util.Optional;

/**
 * One of the aspects of an attester that a trustworthiness vector speaks about (AR4SI, section
 * 2.3.4).
 *
 * <p>New categories may be added to AR4SI. A vector keeps those that are not here, see {@link
 * TrustVector#unknown()}.
 */
public final class Category {
  /** Which attester it is. */
  public static final Category INSTANCE_IDENTITY = new Category(0, "instance-identity");

  /** How the attester is configured. */
  public static final Category CONFIGURATION = new Category(1, "configuration");

  /** What it runs. */
  public static final Category EXECUTABLES = new Category(2, "executables");

  /** What lies in its file systems. */
  public static final Category FILE_SYSTEM = new Category(3, "file-system");

  /** The hardware and firmware that its environment rests on. */
  public static final Category HARDWARE = new Category(4, "hardware");

  /** Who can look into its memory at run time. */
  public static final Category RUNTIME_OPAQUE = new Category(5, "runtime-opaque");

  /** Who can read what it stores. */
  public static final Category STORAGE_OPAQUE = new Category(6, "storage-opaque");

  /** Where the data that it takes in comes from. */
  public static final Category SOURCED_DATA = new Category(7, "sourced-data");

  /** All of them, in the order of their numbers. */
  public static final List<Category> ALL =
      List.of(
          INSTANCE_IDENTITY,
          CONFIGURATION,
          EXECUTABLES,
          FILE_SYSTEM,
          HARDWARE,
          RUNTIME_OPAQUE,
          STORAGE_OPAQUE,
          SOURCED_DATA);

  private final int number;
  private final String wireName;

  private Category(int number, String wireName) {
    this.number = number;
    this.wireName = wireName;
  }

  /** Returns the category with this name in JSON, compared exactly; empty if there is none. */
  public static Optional<Category> ofWireName(String name) {
    for (Category category : ALL) {
      if (category.wireName.equals(name)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }

  /** Returns the category with this key in CBOR; empty if there is none. */
  public static Optional<Category> ofNumber(long number) {
    return number >= 0 && number < ALL.size()
        ? Optional.of(ALL.get((int) number))
        : Optional.empty();
  }

  /** Returns the key in CBOR. */
  public int number() {
    return number;
  }

  /** Returns the name in JSON, such as {@code instance-identity}. */
  public String wireName() {
    return wireName;
  }

  /** Returns the name in JSON. */
  @Override
  public String toString() {
    return wireName;
  }
}

package org.rats4j.cli.kind;

import static org.rats4j.cli.view.Meanings.TIME;
import static org.rats4j.cli.view.Meanings.listOf;
import static org.rats4j.cli.view.Meanings.map;
import static org.rats4j.cli.view.Meanings.named;

import java.util.List;
import java.util.Map;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.Meanings;
import org.rats4j.cli.view.View;
import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.cbor.CborArray;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.core.cbor.CborText;
import org.rats4j.corim.coswid.ConciseSwidTag;

/** Names of the members of software identification tags (RFC 9393). */
final class CoswidNames {
  private static final Meaning URI =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          return item instanceof CborTagged tagged && tagged.tag() == 32
              ? PLAIN.show(tagged.content())
              : PLAIN.show(item);
        }
      };

  private static final Meaning DATE =
      new Meaning() {
        @Override
        public View show(CborItem item) {
          return item instanceof CborTagged tagged && tagged.tag() == 1
              ? TIME.show(tagged.content())
              : PLAIN.show(item);
        }
      };

  private static final Meaning ROLE =
      indexes(
          "tag-creator", "software-creator", "aggregator", "distributor", "licensor", "maintainer");
  private static final Meaning OWNERSHIP = indexes("abandon", "private", "shared");
  private static final Meaning USE = indexes("optional", "required", "recommended");
  private static final Meaning REL =
      indexes(
          "ancestor",
          "component",
          "feature",
          "installationmedia",
          "packageinstaller",
          "parent",
          "patches",
          "requires",
          "see-also",
          "supersedes",
          "supplemental");

  private static final Vocabulary ENTITY =
      Vocabulary.builder()
          .term(15, "lang")
          .term(31, "entity-name")
          .term(32, "reg-id", URI)
          .term(33, "role", oneOrMore(ROLE))
          .term(34, "thumbprint", EatNames.DIGEST)
          .build();

  private static final Vocabulary LINK =
      Vocabulary.builder()
          .term(10, "media")
          .term(15, "lang")
          .term(37, "artifact")
          .term(38, "href", URI)
          .term(39, "ownership", OWNERSHIP)
          .term(40, "rel", REL)
          .term(41, "media-type")
          .term(42, "use", USE)
          .build();

  private static final Vocabulary META =
      numbered(
          Vocabulary.builder().term(15, "lang"),
          43,
          "activation-status",
          "channel-type",
          "colloquial-version",
          "description",
          "edition",
          "entitlement-data-required",
          "entitlement-key",
          "generator",
          "persistent-id",
          "product",
          "product-family",
          "revision",
          "summary",
          "unspsc-code",
          "unspsc-version");

  private static final Vocabulary FILE =
      filesystemItem()
          .term(7, "hash", EatNames.DIGEST)
          .term(20, "size")
          .term(21, "file-version")
          .build();

  private static final Vocabulary EVIDENCE =
      collection().term(23, "location").term(35, "date", DATE).term(36, "device-id").build();

  private static final Vocabulary TAG =
      Vocabulary.builder()
          .term(0, "tag-id")
          .term(1, "software-name")
          .term(2, "entity", oneOrMore(map(ENTITY)))
          .term(3, "evidence", map(EVIDENCE))
          .term(4, "link", oneOrMore(map(LINK)))
          .term(5, "software-meta", oneOrMore(map(META)))
          .term(6, "payload", map(collection().build()))
          .term(8, "corpus")
          .term(9, "patch")
          .term(10, "media")
          .term(11, "supplemental")
          .term(12, "tag-version")
          .term(13, "software-version")
          .term(14, "version-scheme", EatNames.VERSION_SCHEME)
          .term(15, "lang")
          .build();

  private CoswidNames() {}

  private static Vocabulary.Builder filesystemItem() {
    return Vocabulary.builder()
        .term(15, "lang")
        .term(22, "key")
        .term(23, "location")
        .term(24, "fs-name")
        .term(25, "root");
  }

  private static Vocabulary.Builder collection() {
    return Vocabulary.builder()
        .term(15, "lang")
        .term(16, "directory", oneOrMore(new Directory()))
        .term(17, "file", oneOrMore(map(FILE)))
        .term(18, "process", oneOrMore(map(numbered(start(), 27, "process-name", "pid"))))
        .term(19, "resource", oneOrMore(map(numbered(start(), 29, "type"))));
  }

  private static Vocabulary.Builder start() {
    return Vocabulary.builder().term(15, "lang");
  }

  private static Vocabulary numbered(Vocabulary.Builder names, int first, String... following) {
    for (int i = 0; i < following.length; i++) {
      names.term(first + i, following[i]);
    }
    return names.build();
  }

  private static Meaning indexes(String... names) {
    Map<Long, String> byIndex = new java.util.HashMap<>();
    for (String name : List.of(names)) {
      byIndex.put((long) byIndex.size() + 1, name);
    }
    return named(byIndex);
  }

  private static Meaning oneOrMore(Meaning element) {
    Meaning list = listOf(element);
    return new Meaning() {
      @Override
      public View show(CborItem item) {
        return item instanceof CborArray ? list.show(item) : element.show(item);
      }
    };
  }

  /** Shows a tag, with or without the tag of CBOR around it. */
  static View show(CborItem item) {
    return TAG.show(untagged(item));
  }

  private static CborItem untagged(CborItem item) {
    return item instanceof CborTagged tagged && tagged.tag() == ConciseSwidTag.CBOR_TAG
        ? tagged.content()
        : item;
  }

  /** Returns whether {@code item} has the tag of CBOR, or the members that each tag must have. */
  static boolean looksLikeCoswid(CborItem item) {
    return item instanceof CborTagged tagged
        ? tagged.tag() == ConciseSwidTag.CBOR_TAG
        : item instanceof CborMap map
            && map.get(0).isPresent()
            && map.get(1).filter(CborText.class::isInstance).isPresent()
            && map.get(12).flatMap(Meanings::small).isPresent()
            && map.get(2).filter(CoswidNames::looksLikeEntity).isPresent();
  }

  private static boolean looksLikeEntity(CborItem item) {
    return item instanceof CborArray array
        ? !array.items().isEmpty() && looksLikeEntity(array.items().get(0))
        : item instanceof CborMap map && map.get(31).isPresent();
  }

  /** A directory contains directories, so what it contains is named when it is shown. */
  private static final class Directory implements Meaning {
    @Override
    public View show(CborItem item) {
      return filesystemItem()
          .term(26, "path-elements", map(collection().build()))
          .build()
          .show(item);
    }
  }
}

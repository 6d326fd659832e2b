package org.rats4j.cli.kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All kinds that the command knows.
 *
 * <p>To add one: write a class that extends {@link Kind} in the file of its family (or in a new
 * file {@code <Family>Kinds}), and put it into {@link #ALL}. If {@link PlannedKinds} has its name,
 * take it out there. Nothing else has to change: {@code --as}, detection, the help and the commands
 * go by this list.
 */
public final class Kinds {
  /** The kinds in the order of detection: the more special one first. */
  public static final List<Kind> ALL =
      Stream.of(
              List.of(
                  EarKinds.EAR,
                  CmwKinds.SIGNED_CMW,
                  CoswidKinds.COSWID,
                  ComidKinds.COMID,
                  ComidKinds.COMID_JSON),
              ProfileKinds.TOKENS,
              List.of(new UccsKind(), new BundleKind()),
              CorimKinds.ALL,
              EatKinds.TOKENS,
              List.of(MeasuredKinds.COMPONENT),
              List.of(CoseKinds.COSE, JoseKinds.JWS, CmwKinds.CMW),
              ProfileKinds.CLAIMS,
              EatKinds.CLAIMS,
              PkixKinds.ALL,
              X509Kinds.ALL,
              ExpatKinds.ALL,
              KeyKinds.ALL,
              PlannedKinds.ALL,
              List.of(GenericKinds.DIAG, GenericKinds.JSON, GenericKinds.CBOR))
          .flatMap(List::stream)
          .toList();

  private Kinds() {}

  /** Returns the kind {@code name}. */
  public static Optional<Kind> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Returns the kind that {@code content} looks like; what looks like nothing is CBOR. */
  public static Kind detect(Content content) {
    return ALL.stream().filter(kind -> kind.detects(content)).findFirst().orElse(GenericKinds.CBOR);
  }

  /** Returns what a file is taken for that is to be signed, if nobody says what it is. */
  public static Kind toSign(Envelope envelope) {
    return switch (envelope) {
      case CWT, JWT -> EatKinds.CLAIMS.get(0);
      case COSE, JWS -> GenericKinds.OPAQUE;
      case PKIX, CSR -> PkixKinds.EVIDENCE;
    };
  }

  /** Returns whether nobody says what {@code kind} is, so that its bytes are not looked at. */
  public static boolean isOpaque(Kind kind) {
    return kind.equals(GenericKinds.OPAQUE);
  }

  /** Returns whether {@code kind} is CBOR in diagnostic notation, which is text. */
  public static boolean isNotation(Kind kind) {
    return kind.equals(GenericKinds.DIAG);
  }

  /** Returns the names of the kinds that this build can read. */
  public static List<String> names() {
    return ALL.stream().filter(Kind::isSupported).map(Kind::name).toList();
  }
}

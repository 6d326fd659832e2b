package org.rats4j.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimMessage;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.UnverifiedSignedCorim;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.coswid.ConciseSwidTag;
import org.rats4j.corim.template.ComidTemplate;
import org.rats4j.corim.template.CorimTemplate;
import org.rats4j.corim.template.CotlTemplate;

/** Reads the manifests, templates and tags that are named on the command line. */
final class CorimFiles {
  private static final String NOT_VERIFIED =
      "the signature was not verified; rats corim verify does that";

  private CorimFiles() {}

  /**
   * A CoRIM from a file.
   *
   * @param signed whether it came in a signed message; nobody has verified that
   */
  record Manifest(Corim corim, boolean signed) {
    /** Returns what a reader should know of it. */
    List<Finding> check() {
      // Who signs a message stands in its headers.
      return corim.check().stream()
          .filter(finding -> !signed || !finding.code().equals(CorimCodes.SIGNER_ENTITY_MISSING))
          .toList();
    }

    /** Remarks that a signature was not verified, if there is one. */
    void remarkOn(Console console) {
      if (signed) {
        console.remark(NOT_VERIFIED);
      }
    }
  }

  /** Returns an empty collection for what a read remarks. */
  static Findings findings(boolean lenient) {
    return new Findings(lenient ? CorimOptions.LENIENT : CorimOptions.STRICT);
  }

  /** Returns the profiles whose CoRIMs are read: a lenient reader takes others, too. */
  static CorimProfiles profiles(boolean lenient) {
    return lenient ? CorimProfiles.BUILT_IN.keepingUnknown() : CorimProfiles.BUILT_IN;
  }

  /** Returns what names the extensions in templates of {@code profile}. */
  static CorimProfile names(Optional<CorimProfileId> profile) {
    CorimProfileId id = profile.orElse(CorimProfileId.of(""));
    return CorimProfiles.BUILT_IN.get(id).orElseGet(() -> CorimProfile.withoutRules(id));
  }

  /**
   * Reads a CoRIM in CBOR, or a template that has its tags. One that is signed is read as if it was
   * not, with a remark that says so.
   */
  static Corim corim(String file, boolean lenient, Findings findings, Console console)
      throws IOException, DecodingException {
    Manifest manifest = manifest(file, lenient, findings, console);
    manifest.remarkOn(console);
    return manifest.corim();
  }

  /** Reads a CoRIM in CBOR, signed or not, or a template that has its tags. */
  static Manifest manifest(String file, boolean lenient, Findings findings, Console console)
      throws IOException, DecodingException {
    Bytes bytes = InputFiles.read(file, console);
    if (!isJson(bytes)) {
      CorimMessage message = CorimMessage.decode(bytes, profiles(lenient), findings);
      return message instanceof UnverifiedSignedCorim signed
          ? new Manifest(unverified(signed), true)
          : new Manifest((Corim) message, false);
    }
    CorimTemplate template = CorimTemplate.decode(bytes, findings);
    try {
      return new Manifest(template.build(), false);
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE, "corim", String.valueOf(e.getMessage()));
    }
  }

  private static Corim unverified(UnverifiedSignedCorim signed) throws DecodingException {
    return signed
        .unverifiedCorim()
        .orElseThrow(
            () ->
                DecodingException.of(
                    Reason.UNSUPPORTED,
                    "corim/2",
                    "the CoRIM is not in the message: name its own file"));
  }

  /** Reads a CoMID or CoTL in CBOR or JSON, or a CoSWID, whichever it is. */
  static ConciseTag tag(String file, CorimProfile profile, Findings findings, Console console)
      throws IOException, DecodingException {
    Bytes bytes = InputFiles.read(file, console);
    if (isJson(bytes)) {
      return isList(bytes)
          ? ConciseTag.of(CotlTemplate.decode(bytes, findings))
          : ConciseTag.of(ComidTemplate.decode(bytes, profile, findings));
    }
    Findings scratch = new Findings(findings.options());
    DecodingException fault;
    try {
      ConciseTag comid = ConciseTag.of(Comid.decode(bytes, scratch));
      scratch.toList().forEach(findings::add);
      return comid;
    } catch (DecodingException e) {
      fault = e;
    }
    for (Decoder decoder : new Decoder[] {CorimFiles::coswid, CorimFiles::cotl}) {
      try {
        scratch = new Findings(findings.options());
        ConciseTag tag = decoder.decode(bytes, scratch);
        scratch.toList().forEach(findings::add);
        return tag;
      } catch (DecodingException e) {
        // What went furthest knows best what the file was meant to be.
        fault = e.path().length() > fault.path().length() ? e : fault;
      }
    }
    throw fault;
  }

  private interface Decoder {
    ConciseTag decode(Bytes bytes, Findings findings) throws DecodingException;
  }

  private static ConciseTag coswid(Bytes bytes, Findings findings) throws DecodingException {
    return ConciseTag.of(ConciseSwidTag.decode(bytes, findings));
  }

  private static ConciseTag cotl(Bytes bytes, Findings findings) throws DecodingException {
    return ConciseTag.of(Cotl.decode(bytes, findings));
  }

  private static boolean isList(Bytes json) throws DecodingException {
    JsonValue value = JsonValue.decode(json.toByteArray(), CorimOptions.STRICT);
    return value instanceof JsonObject object && object.get("tags-list").isPresent();
  }

  private static boolean isJson(Bytes bytes) {
    for (int i = 0; i < bytes.size(); i++) {
      int c = bytes.at(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c == '{';
      }
    }
    return false;
  }
}

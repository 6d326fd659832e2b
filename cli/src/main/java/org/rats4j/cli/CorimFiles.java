package org.rats4j.cli;

import java.io.IOException;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.coswid.ConciseSwidTag;
import org.rats4j.corim.template.ComidTemplate;
import org.rats4j.corim.template.CorimTemplate;

/** Reads the manifests, templates and tags that are named on the command line. */
final class CorimFiles {
  private CorimFiles() {}

  /** Returns an empty collection for what a read remarks. */
  static Findings findings(boolean lenient) {
    return new Findings(lenient ? CorimOptions.LENIENT : CorimOptions.STRICT);
  }

  /** Returns the profiles whose CoRIMs are read: a lenient reader takes others, too. */
  static CorimProfiles profiles(boolean lenient) {
    return lenient ? CorimProfiles.BUILT_IN.keepingUnknown() : CorimProfiles.BUILT_IN;
  }

  /** Reads a CoRIM in CBOR, or a template that has its tags. */
  static Corim corim(String file, boolean lenient, Findings findings, Console console)
      throws IOException, DecodingException {
    Bytes bytes = InputFiles.read(file, console);
    if (!isJson(bytes)) {
      return Corim.decode(bytes, profiles(lenient), findings);
    }
    CorimTemplate template = CorimTemplate.decode(bytes, findings);
    try {
      return template.build();
    } catch (IllegalArgumentException e) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE, "corim", String.valueOf(e.getMessage()));
    }
  }

  /** Reads a CoMID in CBOR or JSON, a CoSWID or a CoTL, whichever it is. */
  static ConciseTag tag(String file, Findings findings, Console console)
      throws IOException, DecodingException {
    Bytes bytes = InputFiles.read(file, console);
    if (isJson(bytes)) {
      return ConciseTag.of(ComidTemplate.decode(bytes, findings));
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

package org.rats4j.expat.stacks;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.expat.HandshakePki.Kind;
import org.rats4j.expat.bc.BcTls;
import org.rats4j.expat.conscrypt.ConscryptTls;
import org.rats4j.expat.jsse.JsseTls;
import org.rats4j.expat.tls.TlsStack;

/** The stacks that work on this JDK. */
public enum Stacks {
  BC,
  JSSE,
  CONSCRYPT;

  /** Returns the stack; servers of JSSE send tickets, since the tests have no option against it. */
  public TlsStack stack() throws Exception {
    return switch (this) {
      case BC -> BcTls.stack();
      case JSSE -> JsseTls.stack().ticketsTolerated();
      case CONSCRYPT -> ConscryptTls.stack();
    };
  }

  boolean isHere() {
    return this != JSSE || JsseTls.isAvailable();
  }

  /** Returns whether the stack offers and takes only the suites that it is told to. */
  boolean canForceSuite() {
    return this != CONSCRYPT;
  }

  /** Returns whether the stack knows keys of this kind, its own and those of peers. */
  boolean takes(Kind kind) {
    return this != CONSCRYPT || (kind != Kind.ED25519 && kind != Kind.RSA_PSS);
  }

  record Pair(Stacks client, Stacks server) {
    @Override
    public String toString() {
      return client + " to " + server;
    }

    boolean isHere() {
      return client.isHere() && server.isHere();
    }
  }

  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Stacks client : values()) {
      for (Stacks server : values()) {
        pairs.add(new Pair(client, server));
      }
    }
    return pairs;
  }
}

package org.rats4j.expat;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.expat.tls.TlsRole;

/** What changes on a connection. The lock is never held while others' code runs. */
final class AuthenticatorState {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<TlsRole, AuthenticatorKeys> keys;
  private final int contextsMax;
  private final Set<Bytes> contexts = new HashSet<>();
  private final Set<AuthenticatorRequest> sent = identitySet();
  private final Set<AuthenticatorRequest> accepted = identitySet();
  private final Set<Authenticator> valid = Collections.newSetFromMap(new WeakHashMap<>());
  private boolean closed;

  AuthenticatorState(Map<TlsRole, AuthenticatorKeys> keys, int contextsMax) {
    this.keys = new EnumMap<>(keys);
    this.contextsMax = contextsMax;
  }

  private static Set<AuthenticatorRequest> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  AuthenticatorKeys keys(TlsRole sender) throws VerificationException {
    checkOpen();
    return Objects.requireNonNull(keys.get(sender));
  }

  void checkOpen() throws VerificationException {
    lock.lock();
    try {
      if (closed) {
        throw Fault.CLOSED.verification("connection failed or was closed before");
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isUsed(Bytes context) {
    lock.lock();
    try {
      return contexts.contains(context);
    } finally {
      lock.unlock();
    }
  }

  /** Marks a context that must not have been used in either direction. */
  void use(Bytes context) throws VerificationException {
    lock.lock();
    try {
      checkOpen();
      if (contexts.size() >= contextsMax && !contexts.contains(context)) {
        throw Fault.LIMIT_EXCEEDED.verification(
            "more than " + contextsMax + " contexts on one connection");
      }
      // A copy: the context may be a view of a message, and is kept as long as the connection.
      if (!contexts.add(Bytes.copyOf(context.toByteArray()))) {
        throw Fault.CONTEXT_REUSED.verification(
            "certificate_request_context", "context was used on this connection before");
      }
    } finally {
      lock.unlock();
    }
  }

  void open(AuthenticatorRequest ours) throws VerificationException {
    register(sent, ours);
  }

  void accept(AuthenticatorRequest theirs) throws VerificationException {
    register(accepted, theirs);
  }

  private void register(Set<AuthenticatorRequest> requests, AuthenticatorRequest request)
      throws VerificationException {
    lock.lock();
    try {
      use(request.context());
      requests.add(request);
    } finally {
      lock.unlock();
    }
  }

  /** Ends a request of ours: the first answer counts. Returns whether it was open. */
  boolean consumeSent(AuthenticatorRequest ours) {
    return consume(sent, ours);
  }

  /** Ends a request of the peer: it gets one answer. Returns whether it waited for one. */
  boolean consumeAccepted(AuthenticatorRequest theirs) {
    return consume(accepted, theirs);
  }

  private boolean consume(Set<AuthenticatorRequest> requests, AuthenticatorRequest request) {
    lock.lock();
    try {
      return requests.remove(request);
    } finally {
      lock.unlock();
    }
  }

  /** Remembers, as long as the caller does, what was found valid on this connection. */
  void addValid(AuthenticatorResult result) {
    lock.lock();
    try {
      if (result instanceof Authenticator authenticator) {
        valid.add(authenticator);
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isValid(Authenticator authenticator) {
    lock.lock();
    try {
      return valid.contains(authenticator);
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      keys.values().forEach(AuthenticatorKeys::clear);
      sent.clear();
      accepted.clear();
    } finally {
      lock.unlock();
    }
  }
}

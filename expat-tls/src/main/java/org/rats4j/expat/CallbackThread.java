package org.rats4j.expat;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The thread in which provider or appraiser runs: only while it does may it be interrupted. */
final class CallbackThread {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Thread calling;
  private boolean interrupted;

  /** Runs {@code callback} in this thread. */
  void run(Runnable callback) {
    set(Thread.currentThread());
    try {
      callback.run();
    } finally {
      set(null);
    }
  }

  private void set(@Nullable Thread thread) {
    lock.lock();
    try {
      calling = thread;
      if (thread == null && interrupted) {
        interrupted = false;
        Thread.interrupted(); // it was ours
      }
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts the callback, if one runs. */
  void interrupt() {
    lock.lock();
    try {
      Thread thread = calling;
      if (thread != null) {
        interrupted = true;
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }
}

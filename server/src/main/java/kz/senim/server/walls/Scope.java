package kz.senim.server.walls;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * In whose name the database is asked: that of the person signed in unless it is said otherwise
 * here. Row-level security shows and takes what that account may see and change; in nobody's name
 * there are no rows. A transaction may change its scope on the way.
 *
 * @param who an account's id, {@code system}, or empty for nobody
 */
public record Scope(String who) {

  static final Scope NOBODY = new Scope("");

  /** The application itself; tests ask so when they prepare and look. */
  public static final Scope SYSTEM = new Scope("system");

  private static final ScopedValue<Scope> SAID = ScopedValue.newInstance();

  /**
   * Does something for the application itself, which sees and changes everything: where nobody is
   * known yet, or what nobody may do by himself. Ever as little as needed.
   */
  public static void system(Runnable work) {
    ScopedValue.where(SAID, SYSTEM).run(work);
  }

  /** As above, with a result. */
  public static <T extends @Nullable Object, X extends Throwable> T system(
      ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(SAID, SYSTEM).call(work);
  }

  /** The same bean, of which each method is done for the application itself. */
  public static <T> T system(Class<T> type, T bean) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return system(() -> method.invoke(bean, arguments));
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }

  /** Does something in the name of an account, whoever is signed in. */
  public static <T extends @Nullable Object, X extends Throwable> T as(
      UUID account, ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(SAID, new Scope(account.toString())).call(work);
  }

  /** The scope of this thread at this moment. */
  public static Scope current() {
    if (SAID.isBound()) {
      return SAID.get();
    }
    // The context may yet have to be read from the session, which lies in the database too.
    Authentication signedIn =
        ScopedValue.where(SAID, NOBODY)
            .call(() -> SecurityContextHolder.getContext().getAuthentication());
    return signedIn != null && signedIn.getPrincipal() instanceof Acting acting
        ? new Scope(acting.id().toString())
        : NOBODY;
  }
}

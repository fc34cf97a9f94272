package kz.senim.core.decision;

/**
 * The twelve-digit identification numbers of Kazakhstan: IIN of a person, BIN of an organisation.
 *
 * <p>The check digit is the sum of digit i × i for i = 1…11, modulo 11; if that is 10, the weights
 * 3…11, 1, 2 are used instead; if it is 10 again, the number is never issued.
 */
public final class IdentificationNumber {

  private IdentificationNumber() {}

  /** Whether it is twelve digits with the right check digit. */
  public static boolean isValid(String number) {
    if (!number.matches("[0-9]{12}")) {
      return false;
    }
    int check = sum(number, 1);
    if (check == 10) {
      check = sum(number, 3);
    }
    return check == number.charAt(11) - '0';
  }

  private static int sum(String number, int firstWeight) {
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      int weight = (firstWeight - 1 + i) % 11 + 1;
      sum += (number.charAt(i) - '0') * weight;
    }
    return sum % 11;
  }
}

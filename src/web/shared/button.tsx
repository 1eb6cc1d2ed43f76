import type { ButtonHTMLAttributes } from 'preact';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'disabled' | 'onClick' | 'type'> {
  type?: 'button' | 'submit';
  /** It can't be pressed at the moment. */
  isOff?: boolean;
  onClick?: ((event: MouseEvent) => unknown) | undefined;
}

/**
 * A button that has to wait keeps the focus: a browser takes it from one that is disabled, and what is pressed then goes
 * wherever it is not meant, such as the space bar to "next". [J2] [Q13]
 */
export function Button({ type = 'button', isOff = false, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent): void => {
    // Not only its own doing: a form is not sent by it either, nor by Enter in one of the form's fields.
    if (isOff) event.preventDefault();
    else onClick?.(event);
  };
  return <button {...rest} type={type} aria-disabled={isOff ? true : undefined} onClick={press} />;
}

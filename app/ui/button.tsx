// What one presses. A button changes something, a link goes somewhere; both come in the same four weights.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Weight = 'primary' | 'secondary' | 'quiet' | 'danger';
const VARIANT = {
  primary: 'primary',
  secondary: 'secondary',
  quiet: 'tertiary',
  danger: 'primary',
} as const satisfies Record<Weight, string>;

const dress = (weight: Weight, small: 'small' | 'normal') => ({
  className: `ds-button button button-${weight}${small === 'small' ? ' button-small' : ''}`,
  'data-variant': VARIANT[weight],
  'data-color': weight === 'danger' ? 'danger' : undefined,
});

type Common = { weight?: Weight; size?: 'small' | 'normal'; icon?: IconName; children: ReactNode };
type ButtonProps = Common & {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** Another address for this button's submission. */
  formAction?: string;
  form?: string;
  /** Opens the Dialog with this id; pair it with a page for those without scripts (LinkButton `dialog`). */
  dialog?: string;
  /** Closes the dialog it stands in. */
  closes?: boolean;
};

export function Button({
  weight = 'secondary',
  size = 'normal',
  icon,
  type = 'button',
  name,
  value,
  formAction,
  form,
  dialog,
  closes,
  children,
}: ButtonProps) {
  return (
    <button
      {...dress(weight, size)}
      type={type}
      name={name}
      value={value}
      formAction={formAction}
      form={form}
      data-dialog={dialog}
      data-close={closes ? '' : undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** The button that sends a form. `busy` is shown while it is being sent. */
export function SubmitButton({
  weight = 'primary',
  size = 'normal',
  icon,
  name,
  value,
  formAction,
  form,
  busy,
  children,
}: Omit<ButtonProps, 'type' | 'dialog' | 'closes'> & { busy?: string }) {
  return (
    <button
      {...dress(weight, size)}
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
      form={form}
      data-busy={busy}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A link with a button's weight. With `dialog` it opens that dialog in place of going to `href`, where scripts run. */
export function LinkButton({
  weight = 'secondary',
  size = 'normal',
  icon,
  href,
  dialog,
  download,
  children,
}: Common & { href: string; dialog?: string; download?: string }) {
  return (
    <a {...dress(weight, size)} href={href} data-dialog={dialog} download={download}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}

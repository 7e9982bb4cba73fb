import { cleanup, render, screen } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { Avatar } from './avatar.tsx';
import { KeyValue } from './key-value.tsx';
import { KeyValueList } from './key-value-list.tsx';
import { PageHeader } from './page-header.tsx';

afterEach(cleanup);

const hostile = '<img src=x onerror=alert(1)><b>bold</b>';

describe('names from outside', () => {
  it('are text in a heading, never markup', () => {
    render(() => <PageHeader title={hostile} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(hostile);
    expect(document.querySelector('img, b')).toBeNull();
  });

  it('are text in a list of values', () => {
    render(() => (
      <KeyValueList>
        <KeyValue label="Name">{hostile}</KeyValue>
      </KeyValueList>
    ));
    expect(screen.getByRole('definition').textContent).toBe(hostile);
  });

  it('keep their own direction apart from what is around them', () => {
    render(() => <PageHeader title="عائلة السيد" />);
    expect(document.querySelector('h1 bdi')?.textContent).toBe('عائلة السيد');
  });
});

describe('a missing value', () => {
  it.each([null, undefined, ''])('(%j) reads “not given”', (value) => {
    render(() => (
      <KeyValueList>
        <KeyValue label="Country">{value}</KeyValue>
      </KeyValueList>
    ));
    expect(screen.getByRole('definition').textContent).toBe('not given');
  });

  it('is told apart from nought', () => {
    render(() => (
      <KeyValueList>
        <KeyValue label="Size">{0}</KeyValue>
      </KeyValueList>
    ));
    expect(screen.getByRole('definition').textContent).toBe('0');
  });
});

describe('an avatar', () => {
  const letters = (name: string): string => {
    const { container } = render(() => <Avatar name={name} path={null} />);
    return container.textContent;
  };

  it.each([
    ['Maja Lind', 'ML'],
    ['maja', 'M'],
    ['Anna Maria van der Berg', 'AB'],
    ['😀 Party', '😀P'],
    ['   ', ''],
  ])('of “%s” without a picture shows “%s”', (name, shown) => expect(letters(name)).toBe(shown));

  it('shows letters where the picture does not load', () => {
    const { container } = render(() => <Avatar name="Maja Lind" path="/avatar/1" />);
    container.querySelector('img')?.dispatchEvent(new Event('error'));
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe('ML');
  });
});

import { createTheme } from '@mui/material/styles';

/**
 * MUI's palette points at the tokens of tokens.css, so light, dark, high contrast and comfort change by CSS alone:
 * nothing is rendered again and nothing flashes.
 */
export const theme = createTheme({
  cssVariables: { nativeColor: true, disableCssColorScheme: true },
  spacing: 8,
  shape: { borderRadius: 6 },
  palette: {
    primary: {
      main: 'var(--accent)',
      light: 'var(--accent)',
      dark: 'var(--accent-strong)',
      contrastText: 'var(--accent-ink)',
    },
    secondary: { main: 'var(--ink)', light: 'var(--ink)', dark: 'var(--ink)', contrastText: 'var(--paper)' },
    error: {
      main: 'var(--warn)',
      light: 'var(--warn)',
      dark: 'var(--warn-strong)',
      contrastText: 'var(--warn-ink)',
    },
    warning: {
      main: 'var(--warn)',
      light: 'var(--warn)',
      dark: 'var(--warn-strong)',
      contrastText: 'var(--warn-ink)',
    },
    info: { main: 'var(--ink)', light: 'var(--ink)', dark: 'var(--ink)', contrastText: 'var(--paper)' },
    success: {
      main: 'var(--accent)',
      light: 'var(--accent)',
      dark: 'var(--accent-strong)',
      contrastText: 'var(--accent-ink)',
    },
    text: { primary: 'var(--ink)', secondary: 'var(--ink-soft)', disabled: 'var(--ink-soft)' },
    background: { default: 'var(--paper)', paper: 'var(--surface)' },
    divider: 'var(--line)',
  },
  typography: {
    fontFamily: 'var(--font)',
    htmlFontSize: 16,
    fontSize: 14,
    fontWeightMedium: 600,
    fontWeightBold: 700,
    h1: { fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.2, letterSpacing: '-0.012em', textWrap: 'balance' },
    h2: { fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.3, letterSpacing: '-0.006em' },
    h3: { fontSize: '1.0625rem', fontWeight: 700, lineHeight: 1.4 },
    body1: { fontSize: '1rem', lineHeight: 1.5 },
    body2: { fontSize: '0.9rem', lineHeight: 1.5 },
    button: { fontSize: '1rem', fontWeight: 650, textTransform: 'none', lineHeight: 1.3, letterSpacing: 0 },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: {
          minHeight: 'var(--target)',
          padding: '6px 20px',
          borderRadius: 'var(--radius)',
          '&:focus-visible': { outline: '3px solid var(--ink)', outlineOffset: 2 },
          '&.Mui-disabled': { color: 'var(--ink-soft)', opacity: 1 },
          variants: [
            { props: { variant: 'contained' }, style: { '&.Mui-disabled': { backgroundColor: 'var(--sunk)' } } },
            {
              props: { variant: 'outlined' },
              style: { borderColor: 'var(--line-strong)', backgroundColor: 'var(--surface)' },
            },
            { props: { variant: 'text' }, style: { padding: '6px 12px' } },
          ],
        },
      },
    },
  },
});

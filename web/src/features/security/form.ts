import { styled } from '@mui/material/styles';

export const Form = styled('form')({ display: 'grid', gap: 20, maxWidth: '26rem' });

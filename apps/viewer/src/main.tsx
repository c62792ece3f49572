import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/panel.css';
import './styles/map.css';
import './styles/sheet.css';
import './styles/open.css';
import './styles/shortlist.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

createRoot(document.getElementById('root')!).render(<App />);
